// What stands around a name and speaks against a state. Each rule lowers the score below one half and says why; the
// reader of a mention decides. The words are English: other languages' texts pass unjudged.
#include <algorithm>

#include "comity/world/detail/text_words.hpp"

namespace comity::world::detail {
namespace {

using Word = std::u32string_view;

template <std::size_t n>
bool is_in(const Word (&words)[n], Word word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

// Names of states that people bear too.
constexpr Word person_names[] = {U"jordan", U"chad", U"georgia", U"israel", U"ireland", U"england", U"holland"};
// Words with a capital beside a name that make no person of it.
constexpr Word plain_words[] = {
    U"a",       U"about",    U"across",   U"after",   U"against",  U"all",      U"along",    U"also",    U"although", U"among",    U"an",       U"and",      U"army",
    U"around",  U"as",       U"at",       U"because", U"before",   U"between",  U"both",     U"but",     U"by",       U"despite",  U"during",   U"east",     U"eastern",
    U"even",    U"except",   U"for",      U"from",    U"he",       U"her",      U"his",      U"how",     U"however",  U"if",       U"in",       U"inside",   U"into",
    U"is",      U"it",       U"its",      U"later",   U"like",     U"many",     U"modern",   U"most",    U"near",     U"neither",  U"nor",      U"north",    U"northern",
    U"not",     U"now",      U"of",       U"off",     U"on",       U"only",     U"or",       U"outside", U"over",     U"per",      U"perhaps",  U"post",     U"pro",
    U"rural",   U"she",      U"since",    U"so",      U"some",     U"south",    U"southern", U"than",    U"that",     U"their",    U"then",     U"there",    U"they",
    U"this",    U"though",   U"through",  U"thus",    U"to",       U"today",    U"toward",   U"towards", U"two",      U"under",    U"unlike",   U"until",    U"upon",
    U"via",     U"was",      U"we",       U"west",    U"western",  U"what",     U"when",     U"where",   U"whether",  U"which",    U"while",    U"who",      U"why",
    U"will",    U"with",     U"within",   U"without", U"yet"};
constexpr Word public_words[] = {
    U"ambassador",  U"ambassadors", U"agreement", U"airlines",   U"airways",  U"armed",     U"army",      U"authorities", U"bank",     U"cabinet",   U"central",    U"chamber",
    U"civil",       U"constitution", U"consul",   U"consulate",  U"council",  U"defence",   U"defense",   U"development", U"economic", U"embassy",   U"election",   U"elections",
    U"emperor",     U"energy",      U"federal",   U"finance",    U"foreign",  U"free",      U"general",   U"government",  U"investment", U"king",    U"kingdom",    U"military",
    U"minister",    U"ministry",    U"national",  U"navy",       U"news",     U"parliament", U"peace",    U"police",      U"premier",  U"president", U"prime",      U"prince",
    U"princess",    U"queen",       U"refugee",   U"relations",  U"republic", U"royal",     U"secretary", U"security",    U"senate",   U"summit",    U"supreme",    U"times",
    U"tourism",     U"trade",       U"treaty",    U"vice",       U"war"};
// What the name before it names, but for the state.
constexpr Word places_behind[] = {U"river", U"rivers", U"valley", U"basin", U"delta", U"sea", U"strait", U"straits", U"canal", U"channel", U"gulf", U"bay", U"falls",
                                  U"creek", U"street", U"avenue", U"road", U"city", U"county", U"tech", U"plain", U"rift", U"trough", U"papers", U"peninsula", U"plateau", U"reef"};
constexpr Word things_behind[] = {U"pig", U"pigs", U"fowl", U"worm", U"worms", U"nut", U"nuts", U"hat", U"hats", U"vulture", U"vultures", U"breast", U"sandwich", U"sandwiches",
                                  U"meat", U"soup", U"dinner", U"doll", U"dolls", U"cabinet", U"shepherd", U"measles", U"ink", U"shop", U"rubber", U"roulette", U"dressing"};
constexpr Word thing_names[] = {U"guinea", U"brazil", U"panama", U"turkey", U"china", U"india", U"german", U"russian", U"french", U"swiss", U"danish"};
constexpr Word places_before[] = {U"lake", U"river", U"mount", U"new", U"inner", U"outer", U"little", U"port", U"fort", U"air"};
constexpr Word waters[] = {U"gulf", U"bay", U"sea", U"strait", U"straits", U"lake", U"river", U"bight", U"isthmus", U"isle"};

constexpr Word near_us_georgia[] = {
    U"atlanta", U"savannah", U"augusta", U"macon", U"alabama", U"florida", U"carolina", U"tennessee", U"mississippi", U"louisiana", U"texas", U"virginia", U"kentucky", U"arkansas",
    U"pennsylvania", U"michigan", U"wisconsin", U"arizona", U"nevada", U"ohio", U"governor", U"senator", U"congressman", U"congresswoman", U"kemp", U"bulldogs", U"peach", U"confederate"};
constexpr Word near_georgia[] = {U"tbilisi", U"caucasus", U"armenia", U"azerbaijan", U"abkhazia", U"ossetia", U"batumi", U"russia", U"moldova", U"ukraine", U"georgian", U"soviet"};

struct Place {
  const TextWords& words;
  std::size_t first, end;

  // The word right before or behind, without a sign between; empty when there is none.
  Word before() const { return first > 0 && !words[first].breaks_before && !words[first].comma_before && !words[first].line_before ? words.letters(first - 1) : Word{}; }
  Word two_before() const { return first > 1 && !words[first].breaks_before && !words[first - 1].breaks_before ? words.letters(first - 2) : Word{}; }
  bool has_behind() const { return end < words.size() && !words[end].breaks_before && !words[end].comma_before && !words[end].line_before && !words[end - 1].possessive; }
  Word behind() const { return has_behind() ? words.letters(end) : Word{}; }
  // How many words away the nearest of a list is; a large number when none is near.
  template <std::size_t n>
  std::size_t nearest(const Word (&list)[n], std::size_t reach) const {
    std::size_t best = 1000;
    for (std::size_t i = first > reach ? first - reach : 0; i < std::min(words.size(), end + reach); ++i) {
      if ((i < first || i >= end) && is_in(list, words.letters(i))) best = std::min(best, i < first ? first - i : i - end + 1);
    }
    return best;
  }
};

// A capital without all capitals, that is no plain word and no office: likely a person's other name.
bool is_personal(const TextWords& words, std::size_t i) {
  const Word word = words.letters(i);
  return words[i].is_capital && !words[i].is_all_capitals && word.size() > 1 && !is_in(plain_words, word) && !is_in(public_words, word);
}

bool is_person(const Place& at) {
  if (at.end != at.first + 1 || !is_in(person_names, at.words.letters(at.first))) return false;
  if (!at.before().empty() && is_personal(at.words, at.first - 1)) return true;
  // "Michael B. Jordan": an initial, and a name before it.
  if (at.before().size() == 1 && at.words[at.first - 1].is_capital && at.first > 1 && is_personal(at.words, at.first - 2)) return true;
  return at.has_behind() && is_personal(at.words, at.end) && !is_in(places_behind, at.behind());
}

bool is_us_state(const Place& at) {
  if (at.words.letters(at.first) != U"georgia" || at.end != at.first + 1) return false;
  if (const std::size_t here = at.nearest(near_us_georgia, 12); here <= 12 && here < at.nearest(near_georgia, 12)) return true;
  if (at.before() == U"of" && (at.two_before() == U"state" || at.two_before() == U"university")) return true;
  const Word behind = at.end < at.words.size() ? at.words.letters(at.end) : Word{};
  return behind == U"us" || behind == U"usa" || behind == U"united";
}

bool is_place(const Place& at) {
  const Word before = at.before(), behind = at.behind();
  if (!before.empty() && is_in(places_before, before) && at.words[at.first - 1].is_capital) return true;
  if (before == U"of" && is_in(waters, at.two_before())) return true;
  return !behind.empty() && at.words[at.end].is_capital && (is_in(places_behind, behind) || (behind == U"state" && at.words.letters(at.first) != U"israel"));
}

}  // namespace

void weigh_surroundings(const TextWords& words, std::size_t first, std::size_t end, Mention& mention) {
  const Place at{words, first, end};
  const auto lower = [&](std::string_view note) { mention.score *= 0.35, mention.note = note; };
  if (is_us_state(at)) return lower("the state of the United States");
  if (is_place(at)) return lower("a place of that name");
  if (is_person(at)) return lower("a person's name");
  if (is_in(thing_names, words.letters(first)) && is_in(things_behind, at.behind())) return lower("a thing of that name");
}

}  // namespace comity::world::detail
