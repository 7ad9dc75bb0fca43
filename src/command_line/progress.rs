//! Progress on a terminal; silence everywhere else.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget};

/// The work that is being done, shown while this lives.
pub struct Progress(ProgressBar);

impl Progress {
    /// Shows the first piece of work, if standard error is a terminal.
    pub fn start(work: &'static str) -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
        bar.set_message(work);
        if !bar.is_hidden() {
            bar.enable_steady_tick(Duration::from_millis(100));
        }
        Self(bar)
    }

    /// Shows the next piece of work.
    pub fn next(&self, work: &'static str) {
        self.0.set_message(work);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
