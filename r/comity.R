# Comity for R: panels and SQL over an edition, as data frames whose columns carry label, units, sources and coverage.
#
# One file, no package: source("comity.R"). It runs the command `comity` (on the PATH, or named by COMITY_PROGRAM) and needs
# base R alone.
#
#   source("comity.R")
#   d <- read_comity(preset = "peacesciencer")
#   d <- read_comity(c("polity2", "conttype", "gmlmidonset:peace"), directed = TRUE, from = 1950, to = 2000)
#   attr(d$polity21, "label"); attr(d$polity21, "units"); comity_cite(d)
#   trade <- comity_query("SELECT year, value FROM trade WHERE exporter = 'DEU' AND importer = 'KAZ'")
#
# A missing cell is NA, never 0. Namibia's code "NA" stays a text: only empty cells are missing.

comity_program <- function() {
  found <- Sys.getenv("COMITY_PROGRAM", unset = Sys.which("comity"))
  if (!nzchar(found)) stop("there is no program `comity` on the PATH; name it in COMITY_PROGRAM", call. = FALSE)
  unname(found)
}

comity_run <- function(arguments) {
  said <- tempfile("comity-said-")
  on.exit(unlink(said))
  out <- suppressWarnings(system2(comity_program(), shQuote(arguments), stdout = TRUE, stderr = said))
  code <- attr(out, "status")
  if (!is.null(code) && code != 0) stop(paste(readLines(said, warn = FALSE), collapse = "\n"), call. = FALSE)
  out
}

# A panel as a data frame. `variables`: names as comity_variables() gives them, with changes behind a colon ("milex1:lag1").
# `system`: "cow", "gw", "iso". `unit`: "directed-dyad-year", "dyad-year", "state-year", "state-organization-year".
read_comity <- function(variables = character(), preset = NULL, system = NULL, unit = NULL, directed = FALSE, step = NULL,
                        from = NULL, to = NULL, where = NULL, status = FALSE, same_year = FALSE, strict = FALSE,
                        edition = NULL) {
  folder <- tempfile("comity-")
  dir.create(folder)
  on.exit(unlink(folder, recursive = TRUE))
  file <- file.path(folder, "panel.csv")
  arguments <- c("panel", "--output", file)
  if (length(variables) > 0) arguments <- c(arguments, "--variables", paste(variables, collapse = ","))
  given <- list("--preset" = preset, "--system" = system, "--unit" = unit, "--step" = step, "--from" = from, "--to" = to,
                "--where" = where, "--edition" = edition)
  for (name in names(given)) {
    if (!is.null(given[[name]])) arguments <- c(arguments, name, as.character(given[[name]]))
  }
  flags <- c("--directed" = directed, "--status" = status, "--same-year" = same_year, "--strict" = strict)
  comity_run(c(arguments, names(flags)[flags]))
  data <- utils::read.csv(file, na.strings = "", check.names = FALSE, stringsAsFactors = FALSE, encoding = "UTF-8")
  comity_label(data, folder)
}

# Labels from the codebook's table: | variable | meaning | unit | sources | coverage | ...
comity_label <- function(data, folder) {
  lines <- readLines(file.path(folder, "codebook.md"), warn = FALSE, encoding = "UTF-8")
  rows <- lines[startsWith(lines, "| ")]
  for (row in rows[-1]) {
    cells <- trimws(strsplit(gsub("\\|", "\001", row, fixed = TRUE), "|", fixed = TRUE)[[1]])
    cells <- gsub("\001", "|", cells, fixed = TRUE)
    name <- cells[2]
    if (!name %in% names(data)) next
    attr(data[[name]], "label") <- cells[3]
    if (nzchar(cells[4])) attr(data[[name]], "units") <- cells[4]
    if (nzchar(cells[5])) attr(data[[name]], "sources") <- strsplit(cells[5], ", ", fixed = TRUE)[[1]]
    if (nzchar(cells[6])) attr(data[[name]], "coverage") <- cells[6]
  }
  attr(data, "references") <- readLines(file.path(folder, "references.bib"), warn = FALSE, encoding = "UTF-8")
  attr(data, "codebook") <- lines
  attr(data, "report") <- readLines(file.path(folder, "join_report.json"), warn = FALSE, encoding = "UTF-8")
  data
}

# One SELECT over the edition's tables and views (docs/schema.md).
comity_query <- function(sql, edition = NULL) {
  file <- tempfile("comity-", fileext = ".csv")
  on.exit(unlink(file))
  comity_run(c("query", sql, "--format", "csv", "--output", file, if (!is.null(edition)) c("--edition", edition)))
  utils::read.csv(file, na.strings = "", check.names = FALSE, stringsAsFactors = FALSE, encoding = "UTF-8")
}

# BibTeX of the sources behind a panel.
comity_cite <- function(data) paste(attr(data, "references"), collapse = "\n")

# Every variable of the edition.
comity_variables <- function(edition = NULL) comity_run(c("panel", "--list", if (!is.null(edition)) c("--edition", edition)))
