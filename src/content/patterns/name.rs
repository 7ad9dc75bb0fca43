//! Names of kinds, told apart quickly: finders ask for kinds by name millions of
//! times.

use std::hash::Hasher;

/// A hash of eight bytes at a time.
#[derive(Clone, Debug, Default)]
pub struct NameHasher(u64);

impl Hasher for NameHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        let mut chunks = bytes.chunks_exact(8);
        for chunk in &mut chunks {
            let mut eight = [0; 8];
            eight.copy_from_slice(chunk);
            self.add(u64::from_le_bytes(eight));
        }
        let rest = chunks.remainder().iter();
        self.add(rest.fold(0, |all, byte| all << 8 | u64::from(*byte)));
    }

    fn write_u8(&mut self, _: u8) {
        // What ends a name tells nothing.
    }
}

impl NameHasher {
    const fn add(&mut self, word: u64) {
        let mixed = (self.0 ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = mixed ^ mixed >> 32;
    }
}
