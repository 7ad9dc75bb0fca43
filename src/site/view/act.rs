//! The page of an act: its whole text.

use serde::Serialize;

use super::cards::{self, ServiceCard};
use super::corrections::{self, CorrectionView};
use super::facts::Facts;
use super::outline::{self, Block};
use super::status::{Banner, StatusTag};
use super::words::Words;
use crate::catalogue::model::Act;
use crate::error::Error;
use crate::site::address;
use crate::site::phrases::Phrases;
use crate::site::register::Register;

/// The level of the headings over services and attachments.
const TOP: u8 = 3;

/// The page of an act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct ActView {
    pub(crate) title: Words,
    pub(crate) cited: String,
    pub(crate) issuer: Words,
    pub(crate) region: String,
    pub(crate) region_href: String,
    pub(crate) registered: Option<String>,
    pub(crate) status: StatusTag,
    pub(crate) banner: Option<Banner>,
    /// What people set right in what is said of the act.
    pub(crate) corrections: Vec<CorrectionView>,
    pub(crate) services: Vec<ServiceCard>,
    pub(crate) contents: Vec<Content>,
    /// The language of the text, where it is not that of the page.
    pub(crate) lang: Option<&'static str>,
    pub(crate) blocks: Vec<Block>,
}

/// An entry of the list of contents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Content {
    pub(crate) anchor: String,
    pub(crate) label: String,
    pub(crate) under: Vec<Content>,
}

impl ActView {
    pub(crate) fn new(
        act: &Act,
        register: &Register<'_>,
        phrases: Phrases<'_>,
    ) -> Result<Self, Error> {
        let page = phrases.language;
        let shown = register.text_shown(&act.id, page);
        let blocks = shown.map_or_else(Vec::new, |text| outline::flatten(&text.units, TOP));
        let registered = act.registered.as_ref().map(|registered| {
            let date = phrases.date(&registered.on)?;
            let words = [("date", date.as_str()), ("number", &registered.number)];
            phrases.text_with("act-registered", &words)
        });
        let services = register.services_of(&act.id).iter();
        Ok(Self {
            title: cards::title_of(act, phrases)?,
            cited: phrases.act(act)?,
            issuer: Words::issuer(act, page),
            region: phrases.region(&act.region)?,
            region_href: address::place_path(page, &act.region),
            registered: registered.transpose()?,
            status: StatusTag::new(act.status, phrases)?,
            banner: Banner::of(act, register, phrases)?,
            corrections: corrections::of_act(act, Facts { register, phrases })?,
            services: services
                .map(|service| ServiceCard::new(service, register, phrases))
                .collect::<Result<_, _>>()?,
            contents: contents_of(&blocks),
            lang: shown
                .filter(|text| text.language != page)
                .map(|text| text.language.code()),
            blocks,
        })
    }
}

fn contents_of(blocks: &[Block]) -> Vec<Content> {
    let mut contents: Vec<Content> = Vec::new();
    for block in blocks {
        let entry = Content {
            anchor: block.anchor.clone(),
            label: block.label(),
            under: Vec::new(),
        };
        if block.is_heading(TOP) {
            contents.push(entry);
        } else if block.is_heading(TOP + 1)
            && let Some(last) = contents.last_mut()
        {
            last.under.push(entry);
        }
    }
    contents
}
