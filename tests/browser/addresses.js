// One address of every kind of page, chosen from the catalogue.

/** Paths below `/kk/` and `/ru/`, by the kind of page. */
export function kindsOfPages(catalogue) {
  const service = longest(
    catalogue.services.filter((service) => service.topic),
    (service) => title(service).length,
  );
  const act = longest(catalogue.acts, (act) => act.texts[0].title.text.length);
  const pages = {
    home: '',
    services: 'services/',
    topic: `services/${service.topic}/`,
    service: servicePath(service),
    acts: 'acts/',
    act: `acts/${act.id}/`,
    places: 'places/',
    region: `places/${act.region}/`,
    'search form': 'search/',
    'search results': `search/?q=${encodeURIComponent(wordOf(service))}`,
    'search without results': 'search/?q=qqqzzzxxx',
    changes: 'changes/',
    about: 'about/',
    help: 'help/',
    accessibility: 'accessibility/',
    design: 'about/design/',
  };
  const listed = catalogue.services.find((one) => one.topic && one.documents.length > 0);
  if (listed) pages['service with papers'] = servicePath(listed);
  const district = catalogue.places.find((place) => place.kind === 'district'
    && catalogue.offices.some((office) => office.place === place.id));
  if (district) pages.district = `places/${district.id}/`;
  const office = catalogue.offices[0];
  if (office) pages.office = `offices/${office.id}/`;
  return pages;
}

/**
 * `<topic>/<act>`, and for a second service of the topic its number; a service
 * without a topic has a segment of its own.
 */
export function servicePath(service) {
  const own = service.id.slice(service.act.length + 1);
  const topic = service.topic ?? own;
  const number = own.slice(topic.length);
  return `services/${topic}/${service.act}${number}/`;
}

/** A title as the act prints it. */
export function title(service) {
  return (service.titles.kk ?? service.titles.ru).text;
}

/** The longest word of a title: it says most about the service. */
export function wordOf(service) {
  return longest(title(service).match(/\p{L}+/gu), (word) => word.length);
}

function longest(items, length) {
  return items.reduce((one, other) => (length(other) > length(one) ? other : one));
}
