#include "comity/claims/readers/readers.hpp"

namespace comity::claims {
namespace {

constexpr ReaderDefinition table[] = {
    {"relations", read_relations}, {"relations with third states", read_relations_third}, {"anniversaries", read_anniversaries},
    {"recognition", read_recognition}, {"missions", read_missions}, {"mission changes", read_mission_changes},
    {"mission sequels", read_mission_sequels}, {"missions served", read_missions_served}, {"consul lists", read_consul_lists},
    {"visit returns", read_visit_returns}, {"visits", read_visits}, {"visit sequels", read_visit_sequels}, {"visit turns", read_visit_turns},
    {"receptions", read_receptions}, {"German receptions", read_german_receptions}, {"delegations", read_delegations},
    {"visit openers", read_visit_openers}, {"visit followers", read_visit_followers}, {"visit lists", read_visit_lists},
    {"meetings", read_visit_meetings}, {"presence", read_visit_presence}, {"visits elsewhere", read_visits_elsewhere},
    {"visits told in general", read_visits_vague}, {"visit doubles", read_visit_doubles}, {"treaties", read_treaties},
    {"treaty lists", read_treaty_lists}, {"treaty series", read_treaty_series}, {"bare lists of treaties", read_bare_treaty_lists},
    {"standing treaties", read_standing_treaties}, {"visa abolitions", read_visa_abolitions}, {"memberships", read_memberships}, {"fora", read_fora},
    {"trade", read_trade}, {"trade ranks", read_trade_ranks}, {"German goods", read_german_goods}, {"trade told", read_trade_told},
    {"plain trade", read_trade_plain}, {"investment", read_investment}, {"companies", read_companies}, {"companies told", read_companies_told},
    {"plain companies", read_companies_plain}, {"aid", read_aid}, {"aid told", read_aid_told}, {"plain aid", read_aid_plain}, {"people", read_people},
    {"people told", read_people_told}, {"plain people", read_people_plain}, {"twin towns", read_twin_towns}, {"culture", read_culture},
    {"institutes plain", read_institutes_plain}, {"initiatives told", read_initiatives_told}, {"conflicts", read_conflicts},
    {"soldiers", read_soldiers}, {"allies", read_side_by_side}, {"wars of third states", read_third_conflicts},
    {"conflicts told", read_conflicts_told}, {"dates of visits", read_visit_dates}, {"events", read_events}, {"German", read_german},
    {"missions named", read_missions_named},
    {"pages of ministries", read_ministry_pages},
};

}  // namespace

std::span<const ReaderDefinition> readers() { return table; }

}  // namespace comity::claims
