# r/comity.R against the base edition: frames, labels, citations, missing cells, errors. Run by scripts/long/languages.sh, which sets
# COMITY_PROGRAM, COMITY_TEST_EDITION and COMITY_ROOT. A line per case on stdout: "ok NAME" or "not ok NAME: why".
source(file.path(Sys.getenv("COMITY_ROOT"), "r", "comity.R"))
edition <- Sys.getenv("COMITY_TEST_EDITION")
pair <- "(state1 = 'DEU' AND state2 = 'NAM') OR (state1 = 'NAM' AND state2 = 'DEU')"
panel <- function(variables, ...) {
  read_comity(variables, system = "iso", from = 1992, to = 1993, where = pair, edition = edition, ...)
}
failed <- 0
test <- function(name, body) {
  why <- tryCatch({ force(body); NULL }, error = function(e) conditionMessage(e))
  if (is.null(why)) cat("ok", name, "\n") else { failed <<- failed + 1; cat("not ok ", name, ": ", gsub("\n", " ", why), "\n", sep = "") }
}
message_of <- function(work) tryCatch({ work(); "" }, error = conditionMessage)

test("rows are pairs by year", {
  d <- panel("shared_memberships")
  stopifnot(identical(names(d), c("state1", "state2", "year", "shared_memberships")), d$state1 == "DEU", d$state2 == "NAM",
            identical(as.integer(d$year), 1992:1993), d$shared_memberships >= 3)
})
test("directed gives both directions", {
  d <- panel("shared_memberships", directed = TRUE)
  stopifnot(nrow(d) == 4, identical(d$shared_memberships[d$state1 == "DEU"], d$shared_memberships[d$state1 == "NAM"]))
})
test("a missing cell is missing and says why when asked", {
  d <- panel("capdist", status = TRUE)
  stopifnot(is.na(d$capdist), d$capdist_status == "not_covered")
})
test("a column carries label, units, sources and coverage", {
  d <- panel("shared_memberships")
  stopifnot(startsWith(attr(d$shared_memberships, "label"), "Organisations that both are members of"),
            attr(d$shared_memberships, "units") == "organisations", attr(d$shared_memberships, "sources") == "comity_memberships",
            grepl("^[0-9]{4}-[0-9]{4}$", attr(d$shared_memberships, "coverage")))
})
test("citations and the join report come along", {
  d <- panel("shared_memberships")
  stopifnot(grepl("{comity_memberships,", comity_cite(d), fixed = TRUE), any(grepl('"rows":2', attr(d, "report"), fixed = TRUE)))
})
test("a code NA stays a text and NULL is missing", {
  d <- comity_query("SELECT 'NA' AS code, NULL::INTEGER AS value", edition = edition)
  stopifnot(identical(d$code, "NA"), is.na(d$value))
})
test("an unknown variable is named with its nearest", {
  said <- message_of(function() panel("shared_membership"))
  stopifnot(grepl("Nearest: shared_memberships", said, fixed = TRUE))
})
test("variables are listed", stopifnot("shared_memberships" %in% comity_variables(edition)))
test("without the program a plain sentence", {
  kept <- Sys.getenv(c("COMITY_PROGRAM", "PATH"))
  Sys.unsetenv("COMITY_PROGRAM")
  Sys.setenv(PATH = "/nonexistent")
  said <- message_of(function() comity_variables(edition))
  do.call(Sys.setenv, as.list(kept))
  stopifnot(grepl("no program `comity`", said, fixed = TRUE))
})
quit(status = if (failed > 0) 1 else 0)
