//! Parameters of a question, as they stand in the query string.
//!
//! Unknown parameters are ignored, so that links with added ones keep working.

use super::problem::Problem;
use crate::catalogue::model::Status;
use crate::language::Language;
use crate::search::answer::{HitKind, Reading, Request};

/// How many hits an answer holds unless the question says otherwise.
pub const USUAL_LIMIT: usize = 20;

/// How many hits an answer holds at the most.
pub const HIGHEST_LIMIT: usize = 100;

/// The parameters of `/api/v1/search`.
#[derive(Debug)]
pub struct Parameters(Request, bool);

impl Parameters {
    /// Reads the pairs of a query string.
    ///
    /// # Errors
    ///
    /// The first parameter with a value that it cannot have.
    pub fn read(pairs: &[(String, String)]) -> Result<Self, Problem> {
        let mut request = Request {
            limit: USUAL_LIMIT,
            ..Request::default()
        };
        let mut asked = false;
        for (name, value) in pairs {
            match name.as_str() {
                "q" => {
                    request.query.clone_from(value);
                    asked = true;
                }
                "reading" => request.reading = reading(value)?,
                "language" => request.language = Some(language(value)?),
                "region" => request.regions.push(region(value)?),
                "status" => request.statuses.push(status(value)?),
                "kind" => request.kinds.push(kind(value)?),
                "limit" => request.limit = limit(value)?,
                "offset" => request.offset = offset(value)?,
                _ => {}
            }
        }
        Ok(Self(request, asked))
    }

    /// What can be understood of the pairs: a page for people shows something
    /// rather than an error.
    #[must_use]
    pub fn read_leniently(pairs: &[(String, String)]) -> Option<Request> {
        let sound: Vec<_> = pairs
            .iter()
            .filter(|pair| Self::read(std::slice::from_ref(pair)).is_ok())
            .cloned()
            .collect();
        Self::read(&sound).ok()?.into_request().ok()
    }

    /// The question.
    ///
    /// # Errors
    ///
    /// When there is no parameter `q`.
    pub fn into_request(self) -> Result<Request, Problem> {
        if self.1 {
            Ok(self.0)
        } else {
            Err(Problem::bad_parameter("q", "is missing"))
        }
    }
}

/// The parameters of `/api/v1/suggest`.
#[derive(Debug)]
pub struct Suggest {
    /// What the person has typed so far.
    pub typed: String,
    /// Language of the page.
    pub language: Option<Language>,
}

impl Suggest {
    /// Reads the pairs of a query string.
    ///
    /// # Errors
    ///
    /// As for [`Parameters`].
    pub fn read(pairs: &[(String, String)]) -> Result<Self, Problem> {
        let request = Parameters::read(pairs)?.into_request()?;
        Ok(Self {
            typed: request.query,
            language: request.language,
        })
    }
}

fn language(value: &str) -> Result<Language, Problem> {
    Language::from_code(value).ok_or_else(|| Problem::bad_parameter("language", "must be kk or ru"))
}

fn reading(value: &str) -> Result<Reading, Problem> {
    match value {
        "meant" => Ok(Reading::Meant),
        "typed" => Ok(Reading::Typed),
        _ => Err(Problem::bad_parameter("reading", "must be meant or typed")),
    }
}

fn region(value: &str) -> Result<String, Problem> {
    let is_id = !value.is_empty()
        && value
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    if is_id {
        Ok(value.to_owned())
    } else {
        let detail = "must be the id of a region, such as almaty-region";
        Err(Problem::bad_parameter("region", detail))
    }
}

fn status(value: &str) -> Result<Status, Problem> {
    match value {
        "in_force" => Ok(Status::InForce),
        "repealed" => Ok(Status::Repealed),
        _ => Err(Problem::bad_parameter(
            "status",
            "must be in_force or repealed",
        )),
    }
}

fn kind(value: &str) -> Result<HitKind, Problem> {
    HitKind::ALL
        .into_iter()
        .find(|kind| kind.as_str() == value)
        .ok_or_else(|| Problem::bad_parameter("kind", "must be service, office, topic or act"))
}

fn limit(value: &str) -> Result<usize, Problem> {
    value
        .parse()
        .ok()
        .filter(|limit| (1..=HIGHEST_LIMIT).contains(limit))
        .ok_or_else(|| Problem::bad_parameter("limit", "must be a number from 1 to 100"))
}

fn offset(value: &str) -> Result<usize, Problem> {
    value
        .parse()
        .map_err(|_| Problem::bad_parameter("offset", "must be a number, 0 or more"))
}
