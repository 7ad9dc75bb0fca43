//! Writing to the terminal.

use std::io::{self, IsTerminal, Write};
use std::path::Path;

use crate::diagnostic::report::{Style, render_summary, render_text};
use crate::diagnostic::{Diagnostics, Severity};
use crate::error::Error;

/// Writes a result to standard output. A reader that has seen enough (`| head`)
/// is no error.
pub fn print(text: &str) -> Result<(), Error> {
    let mut output = io::stdout().lock();
    let written = output
        .write_all(text.as_bytes())
        .and_then(|()| output.flush());
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Error::writing(Path::new("standard output"))(error))
        }
        _ => Ok(()),
    }
}

/// Writes diagnostics and their counts to standard error, the most serious last,
/// where a person looks first; nothing when there are none.
pub fn report<'a>(diagnostics: &Diagnostics, text_of: impl Fn(&str) -> Option<&'a str>) {
    if diagnostics.worst().is_none() {
        return;
    }
    let report = render_text(&diagnostics.by_severity(), text_of, style_of(&io::stderr()));
    // When even standard error is closed, there is nobody left to tell.
    let _ = writeln!(
        io::stderr().lock(),
        "{report}{}",
        render_summary(diagnostics)
    );
}

/// The diagnostics of at least the given severity.
pub fn at_least(diagnostics: &Diagnostics, severity: Severity) -> Diagnostics {
    diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.severity >= severity)
        .cloned()
        .collect()
}

/// Colours for terminals whose owner did not switch them off (no-color.org).
pub fn style_of(stream: &impl IsTerminal) -> Style {
    let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    if stream.is_terminal() && !refused {
        Style::Coloured
    } else {
        Style::Plain
    }
}
