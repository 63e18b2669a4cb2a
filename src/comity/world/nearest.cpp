// Names near to what somebody typed: for the hint of an error, never for an answer.
#include <algorithm>
#include <map>
#include <numeric>

#include "comity/world/detail/tables.hpp"

namespace comity::world {
namespace {

// Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours. Bytes; folded names are nearly all ASCII.
std::size_t edits(std::string_view a, std::string_view b) {
  const std::size_t width = b.size() + 1;
  std::vector<std::size_t> before(width), last(width), now(width);
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    now[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) now[j] = std::min(now[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, now);
  }
  return last[b.size()];
}

// 0 the same, 1 nothing in common.
double apart(std::string_view a, std::string_view b) {
  const auto longer = static_cast<double>(std::max(a.size(), b.size()));
  return longer == 0 ? 0 : static_cast<double>(edits(a, b)) / longer;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    const auto word = text.substr(0, text.find(' '));
    out.push_back(word);
    text.remove_prefix(std::min(word.size() + 1, text.size()));
  }
  return out;
}

// How far the typed words are from the nearest words of the name, weighted by length; words left over count a little.
double words_apart(std::string_view typed, std::string_view name) {
  const auto words = words_of(typed), others = words_of(name);
  double sum = 0, weight = 0;
  for (const auto word : words) {
    double best = 1;
    for (const auto other : others) {
      best = std::min(best, apart(word, other));
      if (word.size() >= 3 && other.starts_with(word)) best = std::min(best, 0.2);
    }
    sum += best * static_cast<double>(word.size()), weight += static_cast<double>(word.size());
  }
  const double left_over = others.size() > words.size() ? 0.08 * static_cast<double>(others.size() - words.size()) : 0;
  return weight == 0 ? 1 : sum / weight + 0.05 + left_over;
}

double distance_of(std::string_view typed, std::string_view name) {
  double best = apart(typed, name);
  if (typed.size() >= 3 && name.starts_with(typed)) {
    best = std::min(best, 0.1 + 0.3 * (1 - static_cast<double>(typed.size()) / static_cast<double>(name.size())));
  }
  return best < 0.15 ? best : std::min(best, words_apart(typed, name));
}

}  // namespace

std::vector<std::string> Register::nearest_names(std::string_view text, std::size_t count) const {
  const std::string typed = fold_name(text);
  std::map<StateId, double> best;
  for (const auto& row : tables_->names.all()) {
    const double distance = distance_of(typed, row.folded);
    const auto [at, added] = best.try_emplace(row.state, distance);
    if (!added) at->second = std::min(at->second, distance);
  }
  struct Near {
    double distance;
    const State* state;
  };
  std::vector<Near> order;
  // Between equals a state of today comes before one of the past.
  for (const auto& [id, distance] : best) order.push_back({distance + (state(id).is_current() ? 0 : 0.08), &state(id)});
  std::stable_sort(order.begin(), order.end(), [](const Near& a, const Near& b) { return a.distance < b.distance; });
  std::vector<std::string> out;
  for (std::size_t i = 0; i < order.size() && out.size() < count; ++i) out.push_back(order[i].state->name);
  return out;
}

}  // namespace comity::world
