# What R takes for less than `lenig measure` does, over the same answers: psych::statsBy, multilevel::rwg.j and psych::alpha.
#
#   Rscript bench/measure/speed.R FOLDER
suppressPackageStartupMessages({library(multilevel); library(psych)})
folder <- commandArgs(TRUE)[1]
rows <- 1e6
file <- file(file.path(folder, "answers.bin"), "rb")
answers <- as.data.frame(matrix(as.integer(readBin(file, "raw", rows * 40)), nrow = rows))
answers$group <- readBin(file, "integer", rows)
close(file)
took <- system.time(suppressMessages(suppressWarnings({
  by_group <- statsBy(answers, "group")
  for (scale in 0:7) {
    items <- answers[, scale * 5 + 1:5]
    agreed <- rwg.j(items, answers$group, 2)
    reliable <- alpha(items)
  }
})))[["elapsed"]]
own <- scan(file.path(folder, "own.txt"), quiet = TRUE) / 1000
cat(sprintf("R                              %.1f s: %.0f times as long (aim: 200)\n", took, took / own))
