#include "comity/world/detail/word_forms.hpp"

#include <algorithm>

#include "comity/world/detail/name_store.hpp"

namespace comity::world::detail {
namespace {

using Word = std::u32string_view;

constexpr Word stop_words[] = {U"a",  U"al", U"and", U"d",   U"da", U"das", U"de",  U"del", U"der", U"des", U"di", U"die", U"do",
                               U"du", U"e",  U"el",  U"els", U"et", U"i",   U"il",  U"in",  U"l",   U"la",  U"las", U"le", U"les",
                               U"lo", U"los", U"of", U"och", U"og", U"os",  U"part", U"the", U"und", U"van", U"y"};

// Sorted; in the languages whose official names are most met.
constexpr Word government_words[] = {
    U"administrative", U"arab", U"arabe", U"bolivarian", U"bundesrepublik", U"co", U"collectivity", U"colony", U"commonwealth",
    U"confederation", U"cooperative", U"country", U"cumhuriyet", U"cumhuriyeti", U"democratic", U"democratica", U"democratique",
    U"demokratische", U"department", U"devleti", U"duchy", U"emirate", U"emirato", U"empire", U"estado", U"estados", U"etat",
    U"etats", U"excl", U"fed", U"federal", U"federale", U"federated", U"federation", U"federativa", U"federative", U"fmr",
    U"foderale", U"former", U"furstentum", U"government", U"grand", U"hashemite", U"incl", U"independent", U"islamic",
    U"islamica", U"islamique", U"islamische", U"jamhuri", U"jamhuriyat", U"jamhuuriyadda", U"kingdom", U"kiralysag",
    U"kongeriget", U"kongeriket", U"konigreich", U"koninkrijk", U"konungariket", U"kozarsasag", U"kralestwo", U"kraljevina",
    U"kralligi", U"kralovstvi", U"kuningaskunta", U"mancomunidad", U"mba", U"nation", U"operative", U"oriental", U"orilede",
    U"orileede", U"overseas", U"people", U"peoples", U"plurinacional", U"plurinational", U"popolare", U"populaire", U"popular",
    U"principado", U"principality", U"principato", U"principaute", U"province", U"region", U"regno", U"reino", U"rep", U"repub",
    U"repubblica", U"republic", U"republica", U"republiek", U"republik", U"republika", U"republiken", U"republikken",
    U"republique", U"respublika", U"respublikasi", U"royaume", U"sar", U"socialist", U"sovereign", U"soviet", U"sozialistische",
    U"special", U"staat", U"state", U"states", U"stato", U"sultanate", U"sultanato", U"tasavalta", U"territory", U"union",
    U"unitary", U"vabariik", U"volksrepubliek", U"volksrepublik", U"государство", U"демократическая", U"исламская", U"княжество",
    U"королевство", U"народная", U"республика", U"республикаси", U"республикасы", U"содружество", U"социалистическая", U"союз",
    U"султанат", U"федеративная", U"الاتحاديه", U"الاسلاميه", U"الديمقراطيه", U"الشعبيه", U"العربيه", U"المتحده", U"اماره",
    U"جمهوري", U"جمهوريه", U"دوله", U"سلطنه", U"مملكه", U"پادشاهي"};

struct Form {
  Word word, first, second = {}, third = {};
};

// Each word is written as the words behind it, on both sides of the comparison. Sorted.
constexpr Form forms[] = {
    {U"br", U"british"}, {U"brit", U"british"}, {U"dem", U"democratic"}, {U"dpr", U"democratic", U"people", U"republic"},
    {U"dr", U"democratic", U"republic"}, {U"e", U"east"}, {U"eastern", U"east"}, {U"fed", U"federal"}, {U"federated", U"federal"},
    {U"federation", U"federal"}, {U"fmr", U"former"}, {U"fr", U"french"}, {U"is", U"isl"}, {U"isds", U"isl"}, {U"islamic", U"isl"},
    {U"island", U"isl"}, {U"islands", U"isl"}, {U"isle", U"isl"}, {U"isles", U"isl"}, {U"isls", U"isl"}, {U"kgdm", U"kingdom"},
    {U"n", U"north"}, {U"neth", U"netherlands"}, {U"northern", U"north"}, {U"occ", U"occupied"},
    {U"pdr", U"people", U"democratic", U"republic"}, {U"peoples", U"people"}, {U"ppl", U"people"}, {U"pr", U"people", U"republic"},
    {U"rep", U"republic"}, {U"repub", U"republic"}, {U"s", U"south"}, {U"southern", U"south"},
    {U"ssr", U"soviet", U"socialist", U"republic"}, {U"state", U"states"}, {U"sts", U"states"}, {U"terr", U"territory"},
    {U"territories", U"territory"}, {U"uk", U"united", U"kingdom"}, {U"us", U"united", U"states"}, {U"usa", U"united", U"states"},
    {U"w", U"west"}, {U"western", U"west"}};

template <std::size_t n>
bool holds(const Word (&words)[n], Word word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

static_assert(std::is_sorted(std::begin(government_words), std::end(government_words)));

const Form* form_of(Word word) {
  const auto found = std::lower_bound(std::begin(forms), std::end(forms), word, [](const Form& form, Word text) { return form.word < text; });
  return found != std::end(forms) && found->word == word ? found : nullptr;
}
static_assert(std::is_sorted(std::begin(forms), std::end(forms), [](const Form& a, const Form& b) { return a.word < b.word; }));

void put(Bag& bag, Word word) {
  if (bag.size < bag.words.size()) {
    bag.words[bag.size++] = hash_letters(word);
  } else {
    bag.too_long = true;
  }
}

}  // namespace

bool is_stop_word(Word word) { return word.size() <= 4 && holds(stop_words, word); }
bool is_government_word(Word word) { return std::binary_search(std::begin(government_words), std::end(government_words), word); }

Bag bag_of(const Folded& name) {
  Bag bag;
  for (std::size_t i = 0; i < name.words; ++i) {
    std::size_t last = i;
    while (last + 1 < name.words && name.word(i).size() == 1 && name.word(last + 1).size() == 1) ++last;  // "F S Micronesia", "U S"
    const Word word{name.letters.data() + name.starts[i], static_cast<std::size_t>(name.starts[last + 1] - name.starts[i])};
    const bool joined = last > i, inside = i > 0 && last + 1 < name.words;
    i = last;
    if (inside && word == U"s") continue;  // "Lao People s Democratic Republic"
    if (!joined && is_stop_word(word) && !(word.size() == 1 && word != U"a" && form_of(word) && name.words <= 3)) continue;
    if (word == U"fs" && joined) {
      put(bag, U"federal"), put(bag, U"states");
      continue;
    }
    const Form* form = form_of(word);
    put(bag, form ? form->first : word);
    if (form && !form->second.empty()) put(bag, form->second);
    if (form && !form->third.empty()) put(bag, form->third);
  }
  std::sort(bag.words.begin(), bag.words.begin() + static_cast<std::ptrdiff_t>(bag.size));
  return bag;
}

std::uint64_t Bag::hash() const {
  std::uint64_t out = 7;
  for (std::size_t i = 0; i < size; ++i) out = out * hash_base + finished(words[i]);
  return out;
}

std::uint64_t initials_of(const Folded& name) {
  std::array<char32_t, Folded::most_words> first;
  std::size_t size = 0;
  for (std::size_t i = 0; i < name.words; ++i) {
    if (!is_stop_word(name.word(i))) first[size++] = name.word(i)[0];
  }
  std::sort(first.begin(), first.begin() + static_cast<std::ptrdiff_t>(size));
  return hash_letters({first.data(), size});
}

}  // namespace comity::world::detail
