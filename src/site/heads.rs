//! Heads: what each kind of page says of itself, and the pages above it.

use super::address;
use super::phrases::Phrases;
use super::register::Register;
use super::renderer::home_crumb;
use super::view::act::ActView;
use super::view::layout::{About, Crumb};
use super::view::office::OfficePage;
use super::view::service::ServiceView;
use super::view::topic::TopicView;
use crate::catalogue::model::Service;
use crate::error::Error;

/// Home of a language.
pub(super) fn home(phrases: Phrases<'_>) -> Result<About, Error> {
    Ok(About {
        title: String::new(),
        description: phrases.text("home-description")?,
        crumbs: Vec::new(),
        linked: None,
    })
}

/// A list by its name: `services`, `acts`, `places`, `changes` or `design`.
pub(super) fn listed(name: &str, phrases: Phrases<'_>) -> Result<About, Error> {
    let description = phrases.text(&format!("{name}-description"))?;
    let title = phrases.text(&format!("{name}-title"))?;
    about(title, description, Vec::new(), phrases)
}

/// A page that people wrote.
pub(super) fn written(title: &str, phrases: Phrases<'_>) -> Result<About, Error> {
    let description = phrases.text("home-description")?;
    about(title.to_owned(), description, Vec::new(), phrases)
}

pub(super) fn of_topic(view: &TopicView, phrases: Phrases<'_>) -> Result<About, Error> {
    let name = &view.name.text;
    let description = phrases.text_with("topic-description", &[("topic", name)])?;
    about(
        name.clone(),
        description,
        vec![services_crumb(phrases)?],
        phrases,
    )
}

pub(super) fn of_service(
    view: &ServiceView,
    service: &Service,
    register: &Register<'_>,
    phrases: Phrases<'_>,
) -> Result<About, Error> {
    let words = [
        ("title", view.heading.text.as_str()),
        ("region", &view.region),
        ("act", &view.act),
        ("status", &view.status.label),
    ];
    let description = phrases.text_with("service-description", &words)?;
    let mut crumbs = vec![services_crumb(phrases)?];
    let topic = service.topic.as_deref();
    // A topic with one edition would only lead back here.
    if let Some(name) = topic.and_then(|id| phrases.topic(id))
        && register.editions(address::service_segment(service)).len() > 1
    {
        crumbs.push(Crumb {
            href: view.editions_href.clone(),
            label: name.to_owned(),
        });
    }
    let title = format!("{} – {}", view.heading.text, view.region);
    about(title, description, crumbs, phrases)
}

pub(super) fn of_act(view: &ActView, phrases: Phrases<'_>) -> Result<About, Error> {
    let words = [
        ("act", view.cited.as_str()),
        ("region", &view.region),
        ("status", &view.status.label),
    ];
    let description = phrases.text_with("act-description", &words)?;
    let title = format!("{} – {}", view.cited, view.region);
    let acts = Crumb {
        href: address::acts_path(phrases.language),
        label: phrases.text("nav-acts")?,
    };
    about(title, description, vec![acts], phrases)
}

pub(super) fn of_region(name: &str, phrases: Phrases<'_>) -> Result<About, Error> {
    let description = phrases.text_with("region-description", &[("region", name)])?;
    about(
        name.to_owned(),
        description,
        vec![places_crumb(phrases)?],
        phrases,
    )
}

pub(super) fn of_district(
    name: &str,
    id: &str,
    register: &Register<'_>,
    phrases: Phrases<'_>,
) -> Result<About, Error> {
    let region = register.region_of(id);
    let words = [("district", name), ("region", &phrases.region(region)?)];
    let description = phrases.text_with("district-description", &words)?;
    let mut crumbs = vec![places_crumb(phrases)?];
    // Offices of a region may be known from acts that speak of another one.
    if !register.acts_of(region).is_empty() {
        crumbs.push(Crumb {
            href: address::place_path(phrases.language, region),
            label: phrases.region(region)?,
        });
    }
    let title = format!("{name} – {}", phrases.region(region)?);
    about(title, description, crumbs, phrases)
}

pub(super) fn of_office(view: &OfficePage, phrases: Phrases<'_>) -> Result<About, Error> {
    let description = phrases.text_with("office-description", &[("office", &view.label)])?;
    let mut crumbs = vec![places_crumb(phrases)?];
    for place in view.places.iter().rev() {
        if let Some(href) = &place.href {
            crumbs.push(Crumb {
                href: href.clone(),
                label: place.name.clone(),
            });
        }
    }
    about(view.label.clone(), description, crumbs, phrases)
}

/// A page below home and the given pages.
fn about(
    title: String,
    description: String,
    above: Vec<Crumb>,
    phrases: Phrases<'_>,
) -> Result<About, Error> {
    let mut crumbs = vec![home_crumb(phrases)?];
    crumbs.extend(above);
    Ok(About {
        title,
        description,
        crumbs,
        linked: None,
    })
}

fn services_crumb(phrases: Phrases<'_>) -> Result<Crumb, Error> {
    Ok(Crumb {
        href: address::services_path(phrases.language),
        label: phrases.text("nav-services")?,
    })
}

fn places_crumb(phrases: Phrases<'_>) -> Result<Crumb, Error> {
    Ok(Crumb {
        href: address::places_path(phrases.language),
        label: phrases.text("nav-places")?,
    })
}
