#include "comity/dossier/detail/money.hpp"

#include <fmt/format.h>

#include "comity/base/number.hpp"
#include "comity/dossier/words.hpp"

namespace comity::dossier {
namespace {

bool joins(const facts::Rate& rate, std::string_view one, std::string_view other) {
  return (rate.base == one && rate.currency == other) || (rate.base == other && rate.currency == one);
}

std::string_view kind_words(const facts::Rate& rate) { return rate.kind == "end_of_year" ? "rate at the end of" : "annual mean of"; }

}  // namespace

const facts::Rate* Money::find(std::string_view one, std::string_view other, std::string_view kind, int year) {
  const auto [it, fresh] = known_.try_emplace({fmt::format("{}{}{}", one, other, kind), year}, nullptr);
  if (!fresh) return it->second;
  for (const facts::Rate& rate : shelf_->context.rates) {
    if (rate.year != year || rate.kind != kind || rate.rate <= 0 || !joins(rate, one, other)) continue;
    // Of two publishers the one whose series of rates goes further: the newest.
    const auto reach = [&](const facts::Rate* r) { return shelf_->source(r->from_where.source).as_of; };
    if (!it->second || reach(&rate) > reach(it->second)) it->second = &rate;
  }
  return it->second;
}

std::optional<Conversion> Money::convert(const facts::Observation& o, std::string_view currency) {
  if (!o.has_value || o.currency.empty() || o.currency == currency) return std::nullopt;
  const bool year = o.period_months == 12 && o.period_start == make_day(o.year(), 1, 1);
  if (!year && !o.at_end) return std::nullopt;
  const facts::Rate* rate = find(o.currency, currency, o.at_end ? "end_of_year" : "annual_mean", o.year());
  if (!rate) return std::nullopt;
  used_[rate->year] = rate;
  return Conversion{rate->base == o.currency ? o.value * rate->rate : o.value / rate->rate, rate};
}

std::optional<double> Money::value_in(const facts::Observation& o, std::string_view currency) {
  if (!o.has_value) return std::nullopt;
  if (o.currency == currency) return o.value;
  const auto converted = convert(o, currency);
  return converted ? std::optional(converted->value) : std::nullopt;
}

std::string Money::words_for(const facts::Rate& rate) {
  return fmt::format("at the {} {}, {} {} per {}", kind_words(rate), rate.year, human_number(rate.rate, 4), rate.currency, rate.base);
}

document::Inlines Money::used_rates() const {
  if (used_.empty()) return {};
  Words words(*shelf_);
  if (used_.size() > 3) {
    std::vector<facts::Provenance> from;
    for (const auto& [year, rate] : used_) from.push_back(rate->from_where);
    const facts::Rate& last = *used_.rbegin()->second;
    words.text(fmt::format("the {} each year ({})", last.kind == "end_of_year" ? "rate at the end of" : "annual mean of", publisher_words(shelf_->source(last.from_where.source))));
    return words.cite_rows(from).done();
  }
  for (const auto& [year, rate] : used_) {
    if (!words.empty()) words.text("; ");
    words.text(fmt::format("the {} {}, ", kind_words(*rate), year)).figure({fmt::format("{} {} per {}", human_number(rate->rate, 4), rate->currency, rate->base), rate->rate, rate->currency});
    words.text(fmt::format(" ({})", publisher_words(shelf_->source(rate->from_where.source)))).cite(rate->from_where);
  }
  return words.done();
}

}  // namespace comity::dossier
