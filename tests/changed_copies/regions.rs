//! The regions of Kazakhstan that a copy can be moved to.

/// A region by its names and its id in the catalogue.
#[derive(Debug)]
pub struct Region {
    pub id: &'static str,
    /// What the Russian adjective keeps in every case.
    pub russian: &'static str,
    pub kazakh: &'static str,
    /// Names with the same ending take the same suffixes in Kazakh.
    pub ending: Ending,
}

/// What decides the suffixes of a Kazakh name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// A vowel, as in `Алматы`: -ның, -да, -ға.
    Vowel,
    /// A sonorant after back vowels, as in `Павлодар`: -дың, -да, -ға.
    Sonorant,
}

/// The regions whose names end alike, so that only the name has to be replaced.
pub const REGIONS: &[Region] = &[
    region("akmola", "Акмолинск", "Ақмола", Ending::Vowel),
    region("almaty-region", "Алматинск", "Алматы", Ending::Vowel),
    region("karagandy", "Карагандинск", "Қарағанды", Ending::Vowel),
    region("kyzylorda", "Кызылординск", "Қызылорда", Ending::Vowel),
    region("atyrau", "Атырауск", "Атырау", Ending::Sonorant),
    region("kostanay", "Костанайск", "Қостанай", Ending::Sonorant),
    region("mangystau", "Мангистауск", "Маңғыстау", Ending::Sonorant),
    region("pavlodar", "Павлодарск", "Павлодар", Ending::Sonorant),
    region("zhambyl", "Жамбылск", "Жамбыл", Ending::Sonorant),
];

const fn region(
    id: &'static str,
    russian: &'static str,
    kazakh: &'static str,
    ending: Ending,
) -> Region {
    Region {
        id,
        russian,
        kazakh,
        ending,
    }
}
