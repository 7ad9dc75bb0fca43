//! repair.
