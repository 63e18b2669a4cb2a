// The classes of words and phrases that the grammars in data/claims/<topic>.<language>.toml may fill. A class says what a
// phrase does in a sentence ("opens something", "a kind of mission"); which phrases do it is data. A phrase may carry a
// meaning in our own words (the topic of a treaty, the unit of a mission).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace comity::claims {

#define COMITY_CUES(X)                                                                                                              \
  /* numbers and dates */                                                                                                           \
  X(month) X(season) X(number_word) X(ordinal_word) X(scale) X(currency) X(percent_word) X(hedge) X(since) X(until) X(between)      \
  X(same_year) X(this_year) X(year_later) X(day_word) X(decade_part) X(abbreviation) X(era) X(fiscal) X(publication_word)                                        \
  /* names */                                                                                                                       \
  X(name) X(org) X(region) X(title) X(minor_title) X(particle) X(company_trap) X(no_person) X(no_company)                            \
  /* reference and modality */                                                                                                      \
  X(both) X(the_country) X(pronoun) X(counterpart) X(negation) X(plan) X(dispute) X(but) X(and_word) X(in_word) X(of_word) X(to_word) X(from_word) X(with_word) X(by_word) X(for_word) X(on_word)      \
  X(reverse) X(have) X(dative)                                                                                                      \
  /* relations */                                                                                                                   \
  X(relations_noun) X(relations_modifier) X(establish) X(have_since) X(sever) X(resume) X(recognise) X(recognise_noun) X(independence) X(anniversary) \
  /* missions */                                                                                                                    \
  X(mission_noun) X(mission_plural) X(mission_have) X(open_verb) X(reopen_verb) X(close_verb) X(accredited) X(mission_located) X(town_word) X(each_capital) X(ambassador) X(upgrade) X(interests) X(serve_verb)  \
  /* visits */                                                                                                                      \
  X(visit_verb) X(visit_noun) X(visit_go) X(visit_weak) X(receive_verb) X(meeting) X(visit_heading) X(leader_noun) X(during_visit) X(postponed) X(office) X(column_head) X(same_place) X(choose_verb) X(held_verb) X(lead_verb) X(delegation)                                   \
  /* treaties */                                                                                                                    \
  X(treaty_noun) X(treaty_topic) X(treaty_form) X(sign_verb) X(force) X(terminate) X(treaty_heading) X(treaty_pact) X(negotiate) X(renew_verb) X(mediator)     \
  /* membership */                                                                                                                  \
  X(member_of) X(join_verb) X(apply_verb) X(leave_verb) X(return_verb) X(withdraw_application) X(observer) X(ally_noun) X(candidate_noun)                                                                  \
  /* economy */                                                                                                                     \
  X(trade_noun) X(export_noun) X(import_noun) X(sell_verb) X(buy_verb) X(grow_verb) X(fall_verb) X(double_verb) X(halve_verb)        \
  X(partner_noun) X(share_of) X(superlative) X(invest_noun) X(invest_verb) X(investor_noun) X(stock_word) X(company_noun) X(company_list) X(company_present)  \
  X(aid_noun) X(aid_verb) X(credit_noun) X(balance_noun) X(crisis_level) X(project_noun) X(main_goods) X(goods_subset) X(level_verb) X(total_word) X(donor_noun) X(company_here) X(aid_agency) X(aid_goods) X(aid_help) X(recipient_noun)  \
  /* people and culture */                                                                                                          \
  X(people_noun) X(refugee_noun) X(worker_noun) X(student_noun) X(study_verb) X(tourist_noun) X(diaspora_verb) X(born) X(per_year) X(arrive_verb)  \
  X(twin_noun) X(source_market) X(take_in) X(many_word) X(institute) X(institute_verb) X(initiative_noun) X(initiative_verb) X(war_noun) X(war_verb) X(death_verb) X(soldier_noun) X(jobs_noun)             \
  /* other */                                                                                                                       \
  X(event)

enum class Cue : std::uint16_t {
#define COMITY_CUE_ENUM(name) name,
  COMITY_CUES(COMITY_CUE_ENUM)
#undef COMITY_CUE_ENUM
};

std::string_view name_of(Cue cue);
std::optional<Cue> try_cue(std::string_view name);

}  // namespace comity::claims
