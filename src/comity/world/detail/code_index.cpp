#include "comity/world/detail/code_index.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace comity::world::detail {
namespace {

std::uint64_t code_hash(std::string_view scheme, std::string_view code) {
  return hash_text(code, true, (hash_text(scheme, false) ^ 0xff) * 0x100000001b3u);
}

bool same_code(std::string_view a, std::string_view b) {
  const auto capital = [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; };
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [&](char x, char y) { return capital(x) == capital(y); });
}

std::string words(DaySpan span) {
  return fmt::format("{} to {}", span.from == first_day ? "the beginning" : to_string(span.from), span.to == last_day ? "today" : to_string(span.to));
}

}  // namespace

void CodeIndex::add(std::string_view scheme, std::string_view code, StateId state, DaySpan span, std::size_t row) {
  // The table is sorted by scheme: nearly always the last one again.
  int number = !by_code_.empty() && schemes_[by_code_.back().scheme] == scheme ? by_code_.back().scheme : scheme_number(scheme);
  if (number < 0) number = static_cast<int>(schemes_.size()), schemes_.emplace_back(scheme);
  by_code_.push_back({code_hash(scheme, code), code, span, state, static_cast<std::uint16_t>(number), static_cast<std::uint32_t>(row)});
  states_ = std::max<std::size_t>(states_, state.value + 1u);
}

void CodeIndex::finish(const Table& table) {
  by_state_ = by_code_;
  std::sort(by_code_.begin(), by_code_.end(), [](const CodeSpan& a, const CodeSpan& b) { return std::tie(a.hash, a.span.from) < std::tie(b.hash, b.span.from); });
  for (std::size_t i = 1; i < by_code_.size(); ++i) {
    const CodeSpan &a = by_code_[i - 1], &b = by_code_[i];
    if (a.hash != b.hash) continue;
    if (a.scheme != b.scheme || !same_code(a.code, b.code)) table.fail(b.row, "code", "its hash is that of another code; change detail/slots.hpp");
    if (a.span.overlaps(b.span)) {
      const auto [early, late] = std::minmax(a.row, b.row);
      table.fail(late, "code", fmt::format("'{}' of {} stands for a state on the same days already in line {} ({})", b.code, schemes_[b.scheme],
                                           table.line(early), words(late == b.row ? a.span : b.span)));
    }
  }
  fill_slots();
  std::sort(by_state_.begin(), by_state_.end(),
            [](const CodeSpan& a, const CodeSpan& b) { return std::tie(a.scheme, a.state, a.span.from) < std::tie(b.scheme, b.state, b.span.from); });
  fill_first();
  for (std::size_t i = 1; i < by_state_.size(); ++i) {
    const CodeSpan &a = by_state_[i - 1], &b = by_state_[i];
    if (a.scheme != b.scheme || a.state != b.state || !a.span.overlaps(b.span)) continue;
    const auto& late = a.row > b.row ? a : b;
    const auto& early = a.row > b.row ? b : a;
    table.fail(late.row, "state", fmt::format("the state has the code '{}' of {} on the same days already in line {} ({})", early.code, schemes_[b.scheme],
                                              table.line(early.row), words(early.span)));
  }
}

void CodeIndex::fill_slots() {
  std::vector<std::uint64_t> hashes;
  hashes.reserve(by_code_.size());
  for (const auto& row : by_code_) hashes.push_back(row.hash);
  slots_.fill(hashes);
}

void CodeIndex::fill_first() {
  first_.assign(schemes_.size() * states_ + 1, 0);
  for (const auto& row : by_state_) ++first_[row.scheme * states_ + row.state.value + 1];
  for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
}

void CodeIndex::write(ImageWriter& out) const {
  out.number(static_cast<std::uint32_t>(schemes_.size()));
  for (const auto& scheme : schemes_) out.text(scheme);
  out.number(static_cast<std::uint32_t>(by_code_.size()));
  for (const auto* rows : {&by_code_, &by_state_}) {
    for (const auto& row : *rows) out.number(row.hash), out.text(row.code), out.span(row.span), out.state(row.state), out.number(row.scheme), out.number(row.row);
  }
}

void CodeIndex::read(ImageReader& in) {
  schemes_.resize(in.count());
  for (auto& scheme : schemes_) scheme = in.text();
  const std::uint32_t count = in.count();
  for (auto* rows : {&by_code_, &by_state_}) {
    rows->resize(count);
    for (auto& row : *rows) {
      row.hash = in.number<std::uint64_t>(), row.code = in.text(), row.span = in.span(), row.state = in.state();
      row.scheme = in.number<std::uint16_t>(), row.row = in.number<std::uint32_t>();
      states_ = std::max<std::size_t>(states_, row.state.value + 1u);
    }
  }
  fill_slots();
  fill_first();
}

int CodeIndex::scheme_number(std::string_view scheme) const {
  for (std::size_t i = 0; i < schemes_.size(); ++i) {
    if (schemes_[i] == scheme) return static_cast<int>(i);
  }
  return -1;
}

std::span<const CodeSpan> CodeIndex::states_of(std::string_view scheme, std::string_view code) const {
  const auto group = slots_.find(code_hash(scheme, code));
  if (group.count == 0) return {};
  const CodeSpan& first = by_code_[group.first];
  if (!same_code(first.code, code) || schemes_[first.scheme] != scheme) return {};
  return {by_code_.data() + group.first, group.count};
}

std::span<const CodeSpan> CodeIndex::codes_of(std::string_view scheme, StateId state) const {
  const int number = scheme_number(scheme);
  if (number < 0 || state.value >= states_) return {};
  const std::size_t at = static_cast<std::size_t>(number) * states_ + state.value;
  return {by_state_.data() + first_[at], first_[at + 1] - first_[at]};
}

}  // namespace comity::world::detail
