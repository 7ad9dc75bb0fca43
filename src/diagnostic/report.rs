//! Diagnostics worded for people and programs.
