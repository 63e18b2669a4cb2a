#include "comity/world/detail/meaning.hpp"

#include <algorithm>
#include <numeric>

namespace comity::world::detail {
namespace {

// Votes for states, few at a time.
struct Votes {
  struct Vote {
    StateId state;
    int weight = 0;
    const NameRow* row = nullptr;
  };
  std::array<Vote, 12> items;
  std::size_t size = 0;
  int total = 0;

  void add(StateId state, int weight, const NameRow* row) {
    if (!state) return;
    total += weight;
    for (std::size_t i = 0; i < size; ++i) {
      if (items[i].state == state) {
        items[i].weight += weight;
        return;
      }
    }
    if (size < items.size()) items[size++] = {state, weight, row};
  }
  bool holds(StateId state) const {
    return std::any_of(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(size), [&](const Vote& vote) { return vote.state == state; });
  }
  void rank() {
    std::stable_sort(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(size), [](const Vote& a, const Vote& b) { return a.weight > b.weight; });
  }
};

struct Ballot {
  Votes in_use, past, foreign, adjective, old_adjective, capital, part, asked;
  const NameRow* non_state = nullptr;
  const NameRow* other = nullptr;  // a capital not asked for, or a phrase
};

// A name in another language says what the state's own name says on that day.
void add_common(const NameStore& store, const NameRow& row, Day day, Ballot& ballot) {
  const StateId state(row.state);
  const int weight = 3 * std::max<int>(1, row.language_count);  // three times that of a further spelling
  const std::uint32_t own = store.own_group(state);
  if (day == last_day || own == NameStore::none) return ballot.foreign.add(state, weight, &row);
  bool found = false;
  for (const auto& other : store.rows(store.groups()[own])) {
    if (other.kind == NameKind::asked && other.span().contains(day)) ballot.asked.add(StateId(other.state), 10 - other.order, &row);
    if (other.kind > NameKind::former || !other.span().contains(day)) continue;
    ballot.foreign.add(StateId(other.state), weight, &row), found = true;
  }
  if (!found) ballot.past.add(state, weight, &row);
}

Ballot count(const NameStore& store, const Register& states, std::uint32_t group, const ResolveOptions& options) {
  Ballot ballot;
  for (const auto& row : store.rows(store.groups()[group])) {
    const StateId state(row.state);
    if (row.to < row.from) continue;  // the days of the state's own name stand in other rows
    const bool holds = row.span().contains(options.day);
    switch (row.kind) {
      case NameKind::own:
      case NameKind::listed:
      case NameKind::former: (holds ? ballot.in_use : ballot.past).add(state, 1, &row); break;
      case NameKind::common: add_common(store, row, options.day, ballot); break;
      case NameKind::official: ballot.foreign.add(state, std::max<int>(1, row.language_count), &row); break;
      case NameKind::adjective:
        // "German" belongs to the state of the day, not to one of before.
        if (options.day == last_day ? states.state(state).is_current() : states.state(state).exists_on(options.day)) ballot.adjective.add(state, 1, &row);
        ballot.old_adjective.add(state, 1, &row);
        break;
      case NameKind::capital:
        if (options.metonyms && holds) ballot.capital.add(state, 1, &row);
        ballot.other = &row;
        break;
      case NameKind::part: ballot.part.add(state, 1, &row); break;
      case NameKind::non_state: ballot.non_state = &row; break;
      case NameKind::asked:
        if (holds) ballot.asked.add(state, 10 - row.order, &row);
        break;
      case NameKind::phrase: ballot.other = &row; break;
    }
  }
  return ballot;
}

void put(Resolution& out, const Votes& votes, How how, double first, const NameStore& store) {
  for (std::size_t i = 0; i < votes.size; ++i) {
    out.candidates.add({votes.items[i].state, i == 0 ? first : std::min(first * 0.5, first * votes.items[i].weight / std::max(1, votes.total)), how});
  }
  if (votes.size > 0 && out.matched.empty()) out.matched = store.text(*votes.items[0].row);
}

void settle(Resolution& out, How how) {
  out.how = how;
  out.state = out.candidates[0].state;
  out.confidence = out.candidates[0].score;
}

// Of the states that a declared name may mean, those that were there on the day.
void ask(const NameStore& store, const Register& states, const Ballot& ballot, const ResolveOptions& options, Resolution& out) {
  Votes there;
  for (std::size_t i = 0; i < ballot.asked.size; ++i) {
    const auto& vote = ballot.asked.items[i];
    if (options.day == last_day || states.state(vote.state).exists_on(options.day)) there.add(vote.state, vote.weight, vote.row);
  }
  const Votes& votes = there.size > 1 ? there : ballot.asked;
  put(out, votes, How::name, votes.size > 1 ? 0.5 : 0.6, store);
  for (std::size_t i = 0; i < ballot.in_use.size; ++i) out.candidates.add({ballot.in_use.items[i].state, 0.2, How::name});
  out.how = How::ambiguous;
}

void several(const NameStore& store, Votes votes, How how, Resolution& out) {
  votes.rank();
  const double share = votes.total > 0 ? static_cast<double>(votes.items[0].weight) / votes.total : 0;
  if (share >= 0.75) {
    put(out, votes, how, std::min(0.9, share), store);
    return settle(out, how);
  }
  put(out, votes, how, 0.5, store);
  out.how = How::ambiguous;
}

void one_or_several(const NameStore& store, const Votes& votes, How how, double score, Resolution& out) {
  if (votes.size > 1) return several(store, votes, how, out);
  put(out, votes, how, score, store);
  settle(out, how);
}

// Nearly every name names one state and nothing else, in all its rows, today: no votes need be counted.
const NameRow* plain_row(std::span<const NameRow> rows) {
  for (const auto& row : rows) {
    const bool names = row.kind == NameKind::own || row.kind == NameKind::listed || row.kind == NameKind::common || row.kind == NameKind::official;
    if (!names || row.state != rows[0].state || !row.span().contains(last_day)) return nullptr;
  }
  return rows.empty() ? nullptr : &rows[0];
}

}  // namespace

Resolution meaning(const NameStore& store, const Register& states, std::uint32_t group, const ResolveOptions& options) {
  // Two or three Latin letters are an abbreviation, and mean other things in other languages: "EU".
  const auto letters = store.letters(store.groups()[group]);
  const bool is_short = letters.size() <= 3 && letters[0] < 0x250;
  Resolution out;
  if (const NameRow* row = options.day == last_day && !is_short ? plain_row(store.rows(store.groups()[group])) : nullptr) {
    out.candidates.add({StateId(row->state), 1, How::name});
    out.matched = store.text(*row);
    settle(out, How::name);
    return out;
  }
  const Ballot ballot = count(store, states, group, options);
  if (ballot.asked.size > 0) {
    ask(store, states, ballot, options, out);
  } else if (ballot.in_use.size == 1) {
    // The register's word; where some language means another state by the same letters, not with full confidence.
    const StateId state = ballot.in_use.items[0].state;
    const bool alone = ballot.foreign.size == 0 || (ballot.foreign.size == 1 && ballot.foreign.holds(state));
    put(out, ballot.in_use, How::name, alone ? 1 : 0.9, store);
    for (std::size_t i = 0; i < ballot.foreign.size; ++i) out.candidates.add({ballot.foreign.items[i].state, 0.1, How::name});
    settle(out, How::name);
  } else if (ballot.in_use.size > 1) {
    put(out, ballot.in_use, How::name, 0.5, store);
    out.how = How::ambiguous;
  } else if (ballot.part.size == 1 && ballot.foreign.size == 1 && ballot.foreign.holds(ballot.part.items[0].state)) {
    one_or_several(store, ballot.part, How::part, 0.7, out);  // some languages call the whole by its part: "England"
  } else if (ballot.foreign.size > 0 && !(is_short && ballot.non_state)) {
    one_or_several(store, ballot.foreign, How::name, is_short && ballot.foreign.total <= 9 ? 0.6 : 1, out);
  } else if (ballot.past.size > 0 && !(options.day != last_day && (ballot.non_state || ballot.part.size > 0))) {
    one_or_several(store, ballot.past, How::former_name, options.day == last_day ? 0.95 : 0.9, out);
  } else if (ballot.adjective.size > 0) {
    one_or_several(store, ballot.adjective, How::adjective, 0.9, out);
  } else if (ballot.old_adjective.size > 0) {
    one_or_several(store, ballot.old_adjective, How::adjective, 0.9, out);
  } else if (ballot.capital.size > 0) {
    one_or_several(store, ballot.capital, How::capital, 0.8, out);
  } else if (ballot.part.size > 0) {
    one_or_several(store, ballot.part, How::part, 0.7, out);
  } else if (ballot.non_state || ballot.other) {
    const NameRow& row = ballot.non_state ? *ballot.non_state : *ballot.other;
    out.how = row.kind == NameKind::phrase ? How::none : How::non_state;
    out.matched = store.text(row);
  }
  if (out.state && options.day != last_day && !states.state(out.state).exists_on(options.day)) {
    out.existed = false;
    out.confidence = std::min(out.confidence, 0.8);
  }
  return out;
}

std::size_t edits_within(std::u32string_view a, std::u32string_view b, std::size_t most) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > most || b.size() > Folded::capacity) return most + 1;
  std::array<std::uint8_t, Folded::capacity + 1> rows[3];
  auto *before = &rows[0], *last = &rows[1], *now = &rows[2];
  std::iota(last->begin(), last->begin() + static_cast<std::ptrdiff_t>(b.size()) + 1, std::uint8_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    (*now)[0] = static_cast<std::uint8_t>(i);
    std::uint8_t least = (*now)[0];
    for (std::size_t j = 1; j <= b.size(); ++j) {
      int edits = std::min({(*last)[j] + 1, (*now)[j - 1] + 1, (*last)[j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) edits = std::min(edits, (*before)[j - 2] + 1);
      (*now)[j] = static_cast<std::uint8_t>(edits);
      least = std::min(least, (*now)[j]);
    }
    if (least > most) return most + 1;
    std::swap(before, last);
    std::swap(last, now);
  }
  return std::min<std::size_t>((*last)[b.size()], most + 1);
}

}  // namespace comity::world::detail
