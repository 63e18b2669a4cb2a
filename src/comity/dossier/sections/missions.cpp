// Embassies, consulates and other posts. A post belongs to a list with a date: "listed by X on D". That no list names a
// consulate says little, for hardly any list covers consulates; jurisdiction is not residence (rules.md 3).
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "comity/dossier/detail/coverage.hpp"
#include "comity/dossier/detail/existence.hpp"
#include "comity/dossier/detail/map_frame.hpp"
#include "comity/dossier/detail/mission_lists.hpp"
#include "comity/dossier/detail/relations_words.hpp"
#include "comity/dossier/sections.hpp"
#include "comity/dossier/words.hpp"

namespace comity::dossier {
namespace {

using document::Section;
using facts::Mission;

// "a consulate general in Almaty", "consulates general in Frankfurt and Munich": posts of one kind. One without a town beside others
// with is most likely one of them
// (a consulate), but not of offices that stand for an embassy: there the one without is the chief one more often than not.
std::string kind_words(const Shelf& shelf, const Mission& m, std::vector<std::string> towns, std::size_t without_town) {
  const bool told_apart = !is_consular_class(m.kind) && !is_embassy_class(m.kind);
  if (without_town && (towns.empty() ? is_consular_class(m.kind) : told_apart)) towns.push_back("a town not given");
  if (towns.size() > 1) return fmt::format("{} in {}", post_words(shelf, m, true), join_words(towns));
  const std::string_view kind = post_words(shelf, m);
  const char* article = std::string_view("aeiou").find(kind.front()) == std::string_view::npos && kind != "honorary consulate" ? "a" : "an";
  return fmt::format("{} {}{}", article, kind, towns.empty() ? "" : " in " + towns.front());
}

// "an embassy in Astana and consulates general in Almaty and Aktau"
std::string posts_words(const Shelf& shelf, const std::vector<Post>& posts) {
  std::vector<std::string> parts, more_embassies;
  const auto consulate_in = [&](std::string_view town) {
    return std::ranges::any_of(posts, [&](const Post& p) { return is_consular_class(p.mission->kind) && world::fold_name(p.mission->city) == world::fold_name(town); });
  };
  for (std::size_t i = 0; i < posts.size();) {
    const std::string_view kind = posts[i].mission->kind;
    std::vector<std::string> towns;
    std::size_t without_town = 0;
    const std::size_t first = i;
    for (; i < posts.size() && posts[i].mission->kind == kind && (i == first || !is_embassy_class(kind)); ++i) {
      if (!posts[i].mission->city.empty()) towns.emplace_back(posts[i].mission->city);
      else ++without_town;
    }
    // There is one embassy; what lists call further ones are branches or consulates more often than not.
    if (first > 0 && is_embassy_class(kind)) {
      std::ranges::copy_if(towns, std::back_inserter(more_embassies), [&](const std::string& town) { return !consulate_in(town); });
    } else {
      parts.push_back(kind_words(shelf, *posts[first].mission, towns, without_town));
    }
  }
  // Two lists that put the one embassy into two towns, often into a suburb that is a town of its own.
  if (!more_embassies.empty() && !parts.empty()) parts.front() += fmt::format(" (by another list in {})", join_words(more_embassies, "or"));
  return join_words(parts);
}

const Mission* newest(const std::vector<Post>& posts) {
  const Mission* out = nullptr;
  for (const Post& post : posts) {
    for (const Mission* m : post.all) {
      if (m->as_listed_on.known() && (!out || m->as_listed_on.to > out->as_listed_on.to)) out = m;
    }
  }
  return out;
}

// What one of the two keeps in the other, in one sentence.
void add_direction(Section& section, const Shelf& shelf, const world::State& sender, const world::State& host) {
  const std::vector<Post> open = open_posts(shelf, sender.id, host.id);
  Words words(shelf);
  const std::vector<Post> accredited = accreditations(shelf, sender.id, host.id);
  const bool at_home = std::ranges::any_of(accredited, [&](const Post& p) { return p.mission->covered_from == sender.id; });
  if (open.empty() && at_home) return;  // told below: its embassy stands in its own land
  if (open.empty()) {
    const bool had = !resident_posts(shelf, sender.id, host.id).empty();
    words.text(fmt::format("No list read here names {}post of {} in {}{}.", had ? "an open " : "a ", in_text(sender), in_text(host),
                           had ? "; those that were closed are in the table" : ""));
    section.blocks.push_back(words.paragraph());
    return;
  }
  std::vector<facts::Provenance> from;
  for (const Post& post : open) {
    for (const auto& one : post.from()) from.push_back(one);
  }
  // "An embassy in Luxembourg": city and state are named once.
  const std::string named = posts_words(shelf, open), where = " in " + in_text(host);
  words.text(fmt::format("For {}, the lists name {}{}", in_text(sender), named, named.ends_with(where) ? "" : where)).cite(from);
  const Mission* last = newest(open);
  if (!last) {
    words.text("; none of them is dated.");
  } else {
    words.text(lists_a_span(*last) ? fmt::format("; the newest reaches to {}", human_date(last->as_listed_on.to)) : fmt::format("; the newest is that of {}", human_date(last->as_listed_on))).age(last->as_listed_on.to).cite(*last).text(".");
  }
  if (const Mission* elsewhere = accredited_since(shelf, sender.id, host.id)) {
    words.text(fmt::format(" Yet the list of {} has {} accredited from elsewhere: the embassy of the older list may have been closed.", human_date(elsewhere->as_listed_on), in_text(sender))).cite(*elsewhere);
  }
  const bool embassy = std::ranges::any_of(open, [](const Post& p) { return is_embassy_class(p.mission->kind); });
  if (!embassy) words.text(open.size() > 1 ? " None of these is an embassy." : " It is no embassy.");
  section.blocks.push_back(words.paragraph());
}

void add_accreditations(Section& section, const Shelf& shelf) {
  for (const auto& [sender, host] : {std::pair(shelf.facts.a, shelf.facts.b), std::pair(shelf.facts.b, shelf.facts.a)}) {
    for (const Post& post : accreditations(shelf, sender, host)) {
      const Mission& m = *post.all.front();
      Words words(shelf);
      // An embassy to the Holy See stands in Rome, Italy's own as well.
      if (m.covered_from == sender) {
        words.text(fmt::format("{} {} to {}, named by {}{}", capitalised(possessive(in_text(shelf.state(sender)))), post_words(shelf, m), in_text(shelf.state(host)),
                               publisher_words(shelf.source(m.from_where.source)), listed_words(m))).cite(post.from());
        section.blocks.push_back(words.text(fmt::format(", stands{} in {} itself.", m.city.empty() ? "" : fmt::format(" in {},", m.city), in_text(shelf.state(sender)))).paragraph());
        continue;
      }
      const auto with_land = std::ranges::find_if(post.all, [](const Mission* row) { return static_cast<bool>(row->covered_from); });
      const StateId land = with_land == post.all.end() ? StateId() : (*with_land)->covered_from;
      const std::string where = land ? in_text(shelf.state(land)) : std::string("elsewhere");
      words.text(fmt::format("{} {}{} is named by {}{} as accredited to {} without residing there",
                             capitalised(possessive(in_text(shelf.state(sender)))), post_words(shelf, m),
                             land || !m.city.empty()
                                 ? fmt::format(" in {}", m.city.empty() ? where : std::string(m.city) + (land ? ", " + where : ""))
                                 : "",
                             publisher_in_text(shelf.source(m.from_where.source)), listed_words(m), in_text(shelf.state(host))));
      section.blocks.push_back(words.cite(post.from()).text(".").paragraph());
    }
  }
}

std::vector<Post> all_posts(const Shelf& shelf) {
  std::vector<Post> out = resident_posts(shelf, shelf.facts.a, shelf.facts.b);
  for (Post& post : resident_posts(shelf, shelf.facts.b, shelf.facts.a)) out.push_back(std::move(post));
  return out;
}

void add_map(Section& section, const Shelf& shelf, const std::vector<Post>& posts) {
  document::Map map;
  for (const Post& post : posts) {
    if (is_closed(shelf, post)) continue;
    const Mission& m = *post.mission;
    document::Map::Point point;
    point.label = m.city.empty() ? std::string(post_words(shelf, m)) : std::string(m.city);
    point.kind = post_words(shelf, m);
    point.hue = shelf.hue(m.sending);
    const world::Capital* capital = shelf.context.states->capital(m.receiving, edition_day(shelf.context));
    if (m.has_position) {
      point.longitude = m.longitude, point.latitude = m.latitude;
    } else if (capital && !m.city.empty() && world::fold_name(m.city) == world::fold_name(capital->city)) {
      point.longitude = capital->longitude, point.latitude = capital->latitude;
    } else {
      continue;
    }
    map.points.push_back(std::move(point));
  }
  if (map.points.empty()) return;
  map.title = fmt::format("Posts of {} and {} in each other’s country", in_text(shelf.a()), in_text(shelf.b()));
  map.subtitle = "As the lists name them; colour is the sender’s";
  frame_map(map, shelf);
  section.blocks.push_back(std::move(map));
}

// "Foreign Office (missions list) on 1 March 2016; Database of Embassies on 16 November 2022"
document::Inlines lists_cell(const Shelf& shelf, const Post& post) {
  Words words(shelf);
  for (const Mission* m : post.all) {
    if (!words.empty()) words.text("; ");
    words.text(fmt::format("{}{}", publisher_words(shelf.source(m->from_where.source)), listed_words(*m))).cite(*m);
  }
  return words.done();
}

// "8 April 1893 to 7 November 1942; from 23 October 1944": a post may have several lives.
// A first day of before the two existed is that of a predecessor's post in the same house (rule 6).
std::string life_words(const Shelf& shelf, const Post& post) {
  const auto both = common_span(shelf.a(), shelf.b());
  const auto of_predecessor = [&](const Mission* m) { return both && m->opened.known() && m->opened.to < both->from; };
  std::vector<const Mission*> lives;
  for (const Mission* m : post.all) {
    if ((!m->opened.known() || of_predecessor(m)) && !m->closed.known()) continue;
    if (both && m->closed.known() && m->closed.to < both->from) continue;
    const bool told = std::ranges::any_of(lives, [&](const Mission* other) { return other->opened.text == m->opened.text && other->closed.text == m->closed.text; });
    if (!told) lives.push_back(m);
  }
  std::ranges::stable_sort(lives, {}, [](const Mission* m) { return m->opened.known() ? m->opened.from : m->closed.from; });
  std::string out;
  for (const Mission* m : lives) {
    out += out.empty() ? "" : "; ";
    const bool opened = m->opened.known() && !of_predecessor(m);
    if (opened) out += (m->closed.known() ? "" : "from ") + human_date(m->opened);
    if (m->closed.known()) out += (opened ? " to " : "closed ") + human_date(m->closed);
  }
  return out;
}

void add_table(Section& section, const Shelf& shelf, const std::vector<Post>& posts) {
  document::Table table;
  table.caption = "Posts by the list that names them";
  table.columns = {{"Post", "", false}, {"City", "", false}, {"Listed by", "", false}, {"Opened, closed", "", false}};
  table.folded = true;
  for (const Post& post : posts) {
    const Mission& m = *post.mission;
    table.rows.push_back({plain(fmt::format("{} of {}", capitalised(std::string(post_words(shelf, m))), in_text(shelf.state(m.sending)))),
                          plain(m.city.empty() ? "not given" : m.city), lists_cell(shelf, post), plain(life_words(shelf, post))});
  }
  section.blocks.push_back(std::move(table));
}

}  // namespace

Section missions_section(const Shelf& shelf) {
  Section section;
  section.id = "missions";
  section.title = "Resident missions";
  const std::vector<Post> posts = all_posts(shelf);
  const bool accredited = !accreditations(shelf, shelf.facts.a, shelf.facts.b).empty() || !accreditations(shelf, shelf.facts.b, shelf.facts.a).empty();
  if (posts.empty() && !accredited) {
    section.blocks.push_back(gap("embassies, consulates and other posts of either in the other",
                                 covering_words(shelf, "missions"), whom_to_ask(shelf)));
    return section;
  }
  add_direction(section, shelf, shelf.a(), shelf.b());
  add_direction(section, shelf, shelf.b(), shelf.a());
  add_accreditations(section, shelf);
  const bool consular = std::ranges::any_of(posts, [](const Post& p) { return is_consular_class(p.mission->kind); });
  section.blocks.push_back(Words(shelf)
                               .text(consular ? "Lists of consulates are incomplete: there may be more than are named here."
                                              : "Few lists cover consulates: that none is named here does not mean that there is none.")
                               .paragraph());
  if (posts.empty()) return section;
  if (shelf.request.profile != Profile::brief) {
    add_map(section, shelf, posts);
    add_table(section, shelf, posts);
  }
  return section;
}

}  // namespace comity::dossier
