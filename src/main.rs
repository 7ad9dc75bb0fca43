//! The command line of Qyzmet.

fn main() {}
