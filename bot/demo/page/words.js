// A message's words with what Telegram marks in them (Bot API, MessageEntity: UTF-16 offsets).

import { element } from "./element.js";

const TAGS = {
  bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote", spoiler: "span",
};

export function words(text, entities) {
  return element("div", { className: "words" }, ...pieces(text, 0, text.length, entities));
}

function pieces(text, begin, end, entities) {
  const nodes = [];
  let place = begin;
  const inside = entities.filter((each) => each.offset >= begin && each.offset + each.length <= end);
  while (inside.length) {
    const entity = inside.shift();
    if (entity.offset < place) continue;
    const stop = entity.offset + entity.length;
    nodes.push(text.slice(place, entity.offset));
    const nested = inside.filter((each) => each.offset + each.length <= stop && each.offset < stop);
    nodes.push(marked(entity, text.slice(entity.offset, stop), pieces(text, entity.offset, stop, nested)));
    place = stop;
  }
  nodes.push(text.slice(place, end));
  return nodes;
}

function marked(entity, text, inner) {
  const link = { url: text, text_link: entity.url, email: `mailto:${text}` }[entity.type];
  if (link && /^(https?:|mailto:|tg:)/.test(link)) {
    return element("a", { href: link, target: "_blank", rel: "noreferrer" }, ...inner);
  }
  return TAGS[entity.type] ? element(TAGS[entity.type], {}, ...inner) : text;
}
