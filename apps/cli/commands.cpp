#include "apps/cli/command.hpp"

namespace comity::cli {
namespace {

constexpr CommandDefinition table[] = {
    {"dossier", "A B [OPTION…] | --all [OPTION…]", "what is between two countries", make_dossier_command},
    {"audit", "FILE [OPTION…] | --corpus DIR", "a document's claims held against an edition, a verdict and evidence for each", make_audit_command},
    {"claims", "FILE [OPTION…]", "the checkable statements of a document about two countries", make_claims_command},
    {"disagreements", "[A B] [OPTION…]", "where independent sources contradict each other", make_disagreements_command},
    {"states", "[NAME] [OPTION…]", "the register of states, or one of them: codes, days, capitals, lineage", make_states_command},
    {"resolve", "[NAME…] [OPTION…]", "names and codes of states, one answer a line", make_resolve_command},
    {"sources", "[ID] [OPTION…] | get ID… | get --all | ask QUESTION", "what an edition was made from and what became of every record; or get the files", make_sources_command},
    {"cite", "[ID | KEY | A B] [OPTION…]", "how to cite a source, a fact or the sources of a pair", make_cite_command},
    {"query", "SQL [OPTION…]", "ask an edition in SQL", make_query_command},
    {"sdmx", "cat|head|schema|convert FILE [OPTION…]", "messages of official statistics (SDMX): observations, structures, other forms", make_sdmx_command},
    {"expect", "INDICATOR --pair A,B | --of A [OPTION…]", "more than expected, or less: a pair by year, or the partners of a state", make_expect_command},
    {"estimate", "ppml|ols [FORMULA…] --data FILE [OPTION…]", "gravity models: Poisson and least squares with many fixed effects", make_estimate_command},
    {"panel", "[OPTION…] --output FILE", "a table of pairs of states by year with the variables asked for", make_panel_command},
    {"build", "[OPTION…]", "make an edition from the sources' files", make_build_command},
    {"update", "[OPTION…]", "ask the publishers for what is new, make the next edition, say what moved", make_update_command},
    {"diff", "OLD NEW [OPTION…]", "which facts two editions do not share, and why", make_diff_command},
    {"export", "--output DIR [OPTION…]", "an edition's tables as CSV or Parquet, with their terms and citations", make_export_command},
    {"site", "--output DIR [OPTION…]", "the whole edition as static pages: every pair, country and ranking", make_site_command},
    {"serve", "[OPTION…]", "the same over HTTP: pages for people, an API for programs", make_serve_command},
    {"help", "[COMMAND | schema | sources | completion SHELL]", "this list, or more on one command", make_help_command},
    {"version", "", "versions of the program, of DuckDB and of the edition", make_version_command},
};

}  // namespace

std::span<const CommandDefinition> commands() { return table; }

const CommandDefinition* find_command(std::string_view name) {
  for (const CommandDefinition& one : table) {
    if (one.name == name) return &one;
  }
  return nullptr;
}

}  // namespace comity::cli
