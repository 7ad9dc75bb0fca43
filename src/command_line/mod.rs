//! command_line.
