//! Chance that can be repeated: a small generator with a seed.

/// A generator of numbers (xorshift64*).
pub struct Chance(u64);

impl Chance {
    /// The generator that a seed begins.
    pub const fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below the given one.
    pub const fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let number = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33;
        if end == 0 { 0 } else { number as usize % end }
    }

    /// One of several things.
    pub fn one_of<'a, T: ?Sized>(&mut self, things: &[&'a T]) -> &'a T {
        things[self.below(things.len())]
    }
}
