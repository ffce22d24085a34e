# Compares every figure of `lenig measure` with R's multilevel and psych, on published data and on made-up sets.
#
#   Rscript bench/measure/agreement.R PROGRAM FOLDER
suppressPackageStartupMessages({library(multilevel); library(psych); library(jsonlite)})
program <- commandArgs(TRUE)[1]
folder <- commandArgs(TRUE)[2]
largest <- list()

measured <- function(data, items, options, reversed, missing) {
  file <- file.path(folder, "responses.csv")
  instrument <- file.path(folder, "instrument.json")
  result <- file.path(folder, "result.json")
  write.csv(data, file, row.names = FALSE, quote = FALSE, na = "")
  scale <- list(id = unbox("scale"), items = items, options = options, reversed = reversed)
  writeLines(toJSON(list(scales = list(scale))), instrument)
  said <- system2(program, c("measure", file, "--instrument", instrument, "--groups", "group", "--missing", missing,
                             "--no-disclosure-control", "-o", result), stdout = TRUE, stderr = TRUE)
  if (!is.null(attr(said, "status"))) stop(paste(said, collapse = "\n"))
  read_json(result, simplifyVector = TRUE)$scales
}

# NULL in JSON, NA and NaN in R: not defined.
number <- function(x) if (is.null(x) || length(x) == 0) NA else as.numeric(x)

compare <- function(what, ours, theirs) {
  numbers <- function(all) if (length(all) == 0) NA_real_ else vapply(as.list(all), number, 0)
  ours <- numbers(ours)
  theirs <- numbers(theirs)
  theirs[is.nan(theirs) | is.infinite(theirs)] <- NA
  if (length(ours) != length(theirs) || any(is.na(ours) != is.na(theirs)))
    stop(paste(what, "is not defined for the same:", paste(ours, collapse = " "), "|", paste(theirs, collapse = " ")))
  difference <- if (all(is.na(ours))) 0 else max(abs(ours - theirs), na.rm = TRUE)
  largest[[what]] <<- max(largest[[what]], difference, 0)
}

# One item at a time, of groups in which two people or more answered it.
by_item <- function(items, group, of_item) {
  all <- sapply(names(items), function(name) {
    answered <- !is.na(items[[name]])
    answered <- answered & ave(as.numeric(answered), group, FUN = sum) > 1
    if (!any(answered)) return(rep(NA, nlevels(group)))
    found <- of_item(items[[name]][answered], droplevels(group[answered]))
    found[match(levels(group), names(found))]
  })
  matrix(all, nrow = nlevels(group))
}
named <- function(table, column) setNames(table[[column]], table$grpid)

agreement <- function(items, group, options, missing) {
  count <- options[2] - options[1] + 1
  uniform <- (count^2 - 1) / 12
  known <- function(table, column) named(table, column)[levels(group)]
  if (missing == "listwise") {
    x <- if (ncol(items) == 1) items[[1]] else items
    of <- function(null) if (ncol(items) == 1) known(rwg(x, group, null), "rwg") else known(rwg.j(x, group, null), "rwg.j")
    return(list(rwg = of(uniform), rwg_skewed = if (count == 5) of(1.34) else rep(NA, nlevels(group)),
                awg = known(suppressWarnings(awg(x, group, options)), "a.wg"), ad = known(ad.m(x, group), "AD.M")))
  }
  variance <- by_item(items, group, function(x, g) tapply(x, g, var, na.rm = TRUE))
  used <- rowSums(!is.na(variance))
  of <- function(null) {
    noise <- pmin(rowMeans(variance, na.rm = TRUE) / null, 1)
    ifelse(used == 0, NA, used * (1 - noise) / (used * (1 - noise) + noise))
  }
  list(rwg = of(uniform), rwg_skewed = if (count == 5) of(1.34) else rep(NA, nlevels(group)),
       awg = rowMeans(by_item(items, group, function(x, g) named(suppressWarnings(awg(x, g, options)), "a.wg")), na.rm = TRUE),
       ad = rowMeans(by_item(items, group, function(x, g) named(ad.m(x, g), "AD.M")), na.rm = TRUE))
}

check <- function(data, items, options, reversed = character(0), missing = "listwise") {
  ours <- measured(data, items, options, reversed, missing)
  used <- data[, items, drop = FALSE]
  for (name in reversed) used[[name]] <- sum(options) - used[[name]]
  keep <- if (missing == "listwise") complete.cases(used) else rowSums(!is.na(used)) > 0
  used <- used[keep, , drop = FALSE]
  group <- factor(data$group[keep], levels = unique(data$group[keep]))
  score <- rowMeans(used, na.rm = TRUE)
  compare("n", ours$n, length(score))
  compare("groups", ours$groups, nlevels(group))
  compare("mean", ours$mean, mean(score))
  compare("sd", ours$sd, sd(score))
  compare("floor", ours$floor, mean(abs(score - options[1]) < 1e-12))
  compare("ceiling", ours$ceiling, mean(abs(score - options[2]) < 1e-12))

  sink(nullfile())
  reliability <- tryCatch(suppressMessages(suppressWarnings(alpha(used))), error = function(e) NULL)
  sink()
  compare("alpha", ours$alpha, reliability$total$raw_alpha)
  rest <- setNames(rep(NA, length(items)), items)
  rest[sub("-$", "", rownames(reliability$item.stats))] <- reliability$item.stats$r.drop
  compare("item_rest", as.list(ours$item_rest), rest)

  model <- if (nlevels(group) > 1 && length(score) > nlevels(group)) aov(score ~ group) else NULL
  icc1 <- if (is.null(model)) NA else ICC1(model)
  compare("icc1", ours$icc1, icc1)
  compare("icc2", ours$icc2, if (is.null(model)) NA else ICC2(model))

  groups <- ours$per_group[[1]]
  groups <- groups[match(levels(group), groups$group), ]
  size <- as.numeric(table(group))
  compare("n of a group", groups$n, size)
  compare("mean of a group", groups$mean, tapply(score, group, mean))
  theirs <- agreement(used, group, options, missing)
  for (name in names(theirs)) compare(name, groups[[name]], theirs[[name]])
  compare("rwg_mean", ours$rwg_mean, mean(theirs$rwg, na.rm = TRUE))
  if (is.na(icc1)) return(invisible())
  table <- summary(model)[[1]]
  tau <- max(0, (table[1, 3] - table[2, 3]) / mean(size))
  lambda <- size * max(icc1, 0) / (1 + (size - 1) * max(icc1, 0))
  shrunken <- lambda * tapply(score, group, mean) + (1 - lambda) * mean(score)
  compare("lambda", groups$lambda, lambda)
  compare("shrunken_mean", groups$shrunken_mean, shrunken)
  compare("low", groups$low, shrunken - 1.96 * sqrt(tau * (1 - lambda)))
  compare("high", groups$high, shrunken + 1.96 * sqrt(tau * (1 - lambda)))
}

made_up <- function(seed) {
  set.seed(seed)
  options <- list(c(1, 5), c(1, 7), c(0, 10), c(0, 3))[[1 + seed %% 4]]
  items <- 1 + seed %% 7
  size <- c(1, 1, sample(2:25, 5 + seed %% 9, replace = TRUE))
  group <- rep(seq_along(size), size)
  level <- rnorm(length(size))[group] + rnorm(length(group))
  data <- data.frame(group = sample(group))
  for (item in seq_len(items)) {
    answer <- round(mean(options) + level + rnorm(length(group)))
    data[[paste0("q", item)]] <- pmin(pmax(answer, options[1]), options[2])
  }
  if (seed %% 5 == 0) data$q1 <- options[2]
  for (item in seq_len(items)) data[runif(nrow(data)) < 0.12 * (seed %% 3), paste0("q", item)] <- NA
  list(data = data, items = paste0("q", seq_len(items)), options = options,
       reversed = if (items > 2 && seed %% 2 == 0) "q2" else character(0))
}

# What is published of bh1996, to its last digit.
published <- function(what, ours, theirs) {
  cat(sprintf("bh1996 %-12s %.11g (published: %.11g)\n", what, ours, theirs))
  if (signif(ours, nchar(sub("^0\\.0*", "", format(theirs, digits = 12)))) != theirs) stop("not what is published")
}

data(bh1996); data(lq2002); data(cohesion)
bh1996$group <- bh1996$GRP
lq2002$group <- lq2002$COMPID
cohesion$group <- paste0(cohesion$UNIT, cohesion$PLATOON)
hours <- measured(bh1996, "HRS", c(0, 24), character(0), "listwise")
published("HRS ICC1", hours$icc1, 0.1331066791)
published("HRS ICC2", hours$icc2, 0.9196731954)
cohesion_of <- measured(bh1996, "COHES", c(1, 5), character(0), "listwise")
published("COHES ICC1", cohesion_of$icc1, 0.04426529756)
published("COHES ICC2", cohesion_of$icc2, 0.7754596778)
published("COHES rwg", mean(vapply(cohesion_of$per_group[[1]]$rwg, number, 0), na.rm = TRUE), 0.63164407)
for (missing in c("listwise", "available")) {
  check(bh1996, "HRS", c(0, 24), missing = missing)
  for (name in c("COHES", "LEAD")) check(bh1996, name, c(1, 5), missing = missing)
  check(bh1996, c("COHES", "LEAD"), c(1, 5), missing = missing)
  check(bh1996, "WBEING", c(0, 5), missing = missing)
  check(lq2002, sprintf("LEAD%02d", 1:11), c(1, 5), missing = missing)
  check(lq2002, sprintf("TSIG%02d", 1:3), c(1, 5), missing = missing)
  check(lq2002, sprintf("HOSTIL%02d", 1:5), c(0, 4), missing = missing)
  check(cohesion, sprintf("COH%02d", 1:5), c(1, 5), missing = missing)
  for (seed in 1:50) do.call(check, c(made_up(seed), missing = missing))
}
for (what in names(largest)) cat(sprintf("%-16s %.1e\n", what, largest[[what]]))
worst <- max(unlist(largest))
cat(sprintf("largest difference from R: %.1e (aim: 1e-9)\n", worst))
quit(status = if (worst <= 1e-9) 0 else 1)
