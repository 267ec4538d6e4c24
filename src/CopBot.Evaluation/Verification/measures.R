# Recomputes the main measures of an export with R's own packages, independently of CopBot, and compares.
#   Rscript measures.R [folder]
# Reads members.csv, questions.csv, answers.csv, window.csv and, where there are, monthly.csv, edges.csv, survival.csv;
# compares with figures.csv and prints the largest relative difference. Definitions: docs/evaluation.md.
# Needs the packages data.table, igraph, survival and sandwich.
suppressPackageStartupMessages({
  library(data.table)
  library(igraph)
  library(survival)
  library(sandwich)
})

wilson <- function(hits, n, z = qnorm(.975)) {
  if (n == 0) return(c(NA, NA))
  p <- hits / n
  half <- z * sqrt(p * (1 - p) / n + z^2 / (4 * n^2))
  c(if (hits == 0) 0 else (p + z^2 / (2 * n) - half) / (1 + z^2 / n),
    if (hits == n) 1 else (p + z^2 / (2 * n) + half) / (1 + z^2 / n))
}

gini <- function(x) {
  x <- sort(as.numeric(x))
  n <- length(x)
  if (n == 0 || sum(x) <= 0) NA else sum((2 * seq_len(n) - n - 1) * x) / (n * sum(x))
}

absence_factor <- function(x) {
  x <- sort(as.numeric(x), decreasing = TRUE)
  if (sum(x) <= 0) NA else which(cumsum(x) >= sum(x) / 2)[1]
}

# Kaplan and Meier; the median is the first time by which at most half still wait.
waiting <- function(time, event) {
  time <- round(pmax(time, 0), 9)
  if (length(time) == 0) return(list(S = numeric(), median = NA, midpoint = NA, at = function(t) 1, mean = function(h) NA))
  fit <- summary(survfit(Surv(time, event) ~ 1), censored = FALSE)
  low <- which(fit$surv <= .5 + 1e-12)
  at <- function(t) { k <- sum(fit$time <= t); if (k == 0) 1 else fit$surv[k] }
  list(
    S = setNames(fit$surv, format(fit$time, digits = 15, trim = TRUE, scientific = FALSE, drop0trailing = TRUE)),
    median = if (length(low)) fit$time[low[1]] else NA,
    midpoint = unname(summary(survfit(Surv(time, event) ~ 1))$table["median"]),
    at = at,
    mean = function(h) {
      t <- c(0, fit$time[fit$time < h], h)
      sum(diff(t) * c(1, fit$surv[fit$time < h]))
    })
}

put <- function(name, values) setNames(as.numeric(values), if (length(values) == 0) character() else name)

curve_figures <- function(name, w) c(
  put(paste0(name, ".S.", names(w$S)), w$S),
  put(paste0(name, ".median_first_S_le_half"), w$median),
  put(paste0(name, ".median_R_midpoint"), w$midpoint))

community <- function(members, questions, answers, end, betweenness_up_to = 5000) {
  members <- members[joined_day <= end]
  questions <- questions[day <= end]
  answers <- answers[day <= end]
  n <- nrow(members)
  a <- merge(answers, questions[, .(question, asker, asked = day)], by = "question", sort = FALSE)
  a <- a[is.na(asker) | asker != answerer]
  named <- a[!is.na(asker)]
  ids <- members$member
  count <- function(x) tabulate(match(x, ids), n)
  give <- count(named$answerer)
  take <- count(named$asker)
  contributions <- count(questions$asker) + count(a$answerer)
  out <- c(
    put("members", n), put("questions", nrow(questions)), put("answers", nrow(a)),
    put(paste0("give.", ids), give), put(paste0("take.", ids), take),
    put(paste0("contributions.", ids), contributions),
    put(paste0("ratio_smoothed.", ids), (give + 1) / (take + 1)),
    put(paste0("balance.", ids), ifelse(give + take == 0, NA, (give - take) / (give + take))))
  leads <- members$role %in% c("leader", "core")
  gl <- sum(give[leads]); tl <- sum(take[leads]); all <- sum(give)
  if (all > 0) out <- c(out,
    put("leaders_core_share.GL", gl / all), put("leaders_core_share.TL", tl / all),
    put("leaders_core_share.b_L", if (gl + tl == 0) NA else (gl - tl) / (gl + tl)))

  # The network of help: an edge leads from who helped to who was helped.
  w <- named[, .(w = .N), by = .(from = answerer, to = asker)]
  g <- graph_from_data_frame(w[, .(from, to)], directed = TRUE, vertices = data.frame(name = ids))
  L <- nrow(w)
  dyads <- dyad_census(g)
  density <- L / (n * (n - 1))
  r <- if (L == 0) NA else 2 * dyads$mut / L
  back <- w[w, on = c(from = "to", to = "from"), nomatch = NA]
  back[is.na(w), w := 0L]
  u <- as.undirected(g, mode = "collapse")
  parts <- components(u)
  outdeg <- degree(g, mode = "out"); indeg <- degree(g, mode = "in")
  out <- c(out,
    put("L", L), put("density", density), put("edge_reciprocity", r),
    put("dyad_ratio", if (L == 0) NA else dyads$mut / (dyads$mut + dyads$asym)),
    put("dyads.mutual", dyads$mut), put("dyads.asym", dyads$asym), put("dyads.null", n * (n - 1) / 2 - dyads$mut - dyads$asym),
    put("rho_garlaschelli_loffredo", (r - density) / (1 - density)),
    put("weighted_reciprocity", if (L == 0) NA else sum(pmin(back$w, back$i.w)) / sum(w$w)),
    put("undirected_edges", ecount(u)), put("components", parts$no), put("giant", max(parts$csize)),
    put("out_degree_centralization", sum(max(outdeg) - outdeg) / (n - 1)^2),
    put("in_degree_centralization", sum(max(indeg) - indeg) / (n - 1)^2))
  if (sum(degree(u) > 0) <= betweenness_up_to) out <- c(out,
    put(paste0("betweenness_undirected.", ids), betweenness(u, directed = FALSE)),
    put(paste0("betweenness_directed.", ids), betweenness(g, directed = TRUE)))

  # Borders between groups.
  ends <- as_edgelist(u, names = FALSE)
  for (name in c("org", "country")) {
    group <- members[[name]]
    group[group == ""] <- NA
    one <- group[ends[, 1]]; other <- group[ends[, 2]]
    known <- !is.na(one) & !is.na(other)
    e <- sum(one[known] != other[known]); i <- sum(one[known] == other[known])
    sizes <- as.numeric(table(group))
    pairs <- sum(sizes) * (sum(sizes) - 1) / 2
    within <- sum(sizes * (sizes - 1) / 2)
    p <- sizes / sum(sizes)
    blau <- 1 - sum(p^2)
    k <- length(sizes)
    out <- c(out,
      put(paste0("EI_", name), if (e + i == 0) NA else (e - i) / (e + i)),
      put(paste0("EI_", name, "_expected"), if (pairs == 0) NA else (pairs - 2 * within) / pairs),
      put(paste0("blau_", name), if (k == 0) NA else blau),
      put(paste0("iqv_", name), if (k < 2) NA else blau * k / (k - 1)))
  }

  # Brokerage: i -> b -> j without i -> j.
  org <- setNames(members$org, ids)
  org[org == ""] <- NA
  trip <- merge(w[, .(i = from, b = to)], w[, .(b = from, j = to)], by = "b", allow.cartesian = TRUE)[i != j]
  trip <- trip[!w[, .(i = from, j = to)], on = .(i, j)]
  trip[, `:=`(oi = org[i], ob = org[b], oj = org[j])]
  trip <- trip[!is.na(oi) & !is.na(ob) & !is.na(oj)]
  trip[, kind := fcase(oi == ob & ob == oj, "coordinator", oi == oj, "itinerant", oi == ob, "representative",
    oj == ob, "gatekeeper", default = "liaison")]
  for (kind_ in c("coordinator", "itinerant", "representative", "gatekeeper", "liaison")) {
    out <- c(out, put(paste0("brokerage_org_", ids, ".", kind_), count(trip[kind == kind_, b])))
  }

  # Core.
  d <- sort(degree(u), decreasing = TRUE)
  z <- c(ecount(u), sapply(seq_len(min(n, 10)), function(k) k * (k - 1) / 2 + ecount(u) - sum(d[seq_len(k)])))
  out <- c(out, put(paste0("lip_Z_k0_to_10.", seq_along(z) - 1), z))

  # Waiting for an answer.
  first <- a[, .(first = min(day), accepted = max(accepted)), by = question]
  q <- merge(questions, first, by = "question", all.x = TRUE, sort = FALSE)
  answered <- !is.na(q$first)
  closed <- if ("closed_day" %in% names(q)) q$closed_day else rep(NA_real_, nrow(q))
  until <- ifelse(answered, q$first, pmin(end, closed, na.rm = TRUE))
  response <- waiting((until - q$day) * 24, answered)
  old <- end - q$day > 7
  rate <- function(name, hits, of) c(put(name, if (of == 0) NA else hits / of), put(paste0(name, "_wilson95.", 0:1), wilson(hits, of)))
  out <- c(out, curve_figures("km_response", response),
    put("km_response.naive_answered_only_median", if (any(answered)) median(round((q$first - q$day)[answered] * 24, 9)) else NA),
    put("km_response.p_answered_by_24h", 1 - response$at(24)), put("km_response.p_answered_by_168h", 1 - response$at(168)),
    put("km_response.rmst_168h", response$mean(168)),
    rate("answer_rate_raw", sum(answered), nrow(q)), rate("answer_rate_mature7d", sum(answered & old), sum(old)),
    rate("acceptance_rate_of_answered_questions", sum(q$accepted[answered] > 0), sum(answered)),
    put("answer_ratio", nrow(a) / nrow(q)))

  # Newcomers, those who stay, those who pay it forward.
  acts <- rbind(questions[!is.na(asker), .(member = asker, day)], a[, .(member = answerer, day)])
  span <- acts[, .(first = min(day), last = max(day)), by = member]
  at <- match(ids, span$member)
  leaves <- if ("left_day" %in% names(members)) pmin(end, members$left_day, na.rm = TRUE) else rep(end, n)
  stop_ <- pmax(members$joined_day, leaves)
  begun <- pmax(span$first[at], members$joined_day)
  out <- c(out, curve_figures("km_time_to_first_contribution",
    waiting(pmin(begun, stop_, na.rm = TRUE) - members$joined_day, !is.na(begun) & begun <= stop_)))
  for (gap in c(45, 90)) {
    over <- end - span$last > gap
    w_ <- waiting(ifelse(over, span$last, end) - span$first, over)
    out <- c(out, put(paste0("km_activity_gap", gap, ".S.", names(w_$S)), w_$S))
  }
  helped <- named[, .(helped = min(day)), by = .(member = asker)]
  later <- merge(a[, .(member = answerer, day)], helped, by = "member")[day > helped, .(paid = min(day)), by = member]
  helped <- merge(helped, later, by = "member", all.x = TRUE)
  stop_ <- pmax(helped$helped, leaves[match(helped$member, ids)])
  paid <- waiting(pmin(helped$paid, stop_, na.rm = TRUE) - helped$helped, !is.na(helped$paid) & helped$paid <= stop_)
  out <- c(out, put(paste0("km_pay_it_forward.S.", names(paid$S)), paid$S))
  c(out, put("gini_contributions", gini(contributions)), put("caf", absence_factor(contributions)))
}

monthly <- function(m) {
  hac <- function(fit, adjust = TRUE) sqrt(diag(NeweyWest(fit, lag = 3, prewhite = FALSE, adjust = adjust)))
  fitted_ <- function(name, fit) c(
    put(paste0(name, ".coef.", seq_along(coef(fit)) - 1), coef(fit)), put(paste0(name, ".nw3_se_adj.", seq_along(coef(fit)) - 1), hac(fit)))
  out <- c()
  has <- function(...) all(sapply(c(...), function(column) column %in% names(m) && !anyNA(m[[column]])))
  if (has("active", "formal", "months_since")) {
    fit <- lm(active ~ month + formal + months_since, m)
    last <- nrow(m); h <- m$months_since[last]; month <- m$month[last]
    effect <- sum(coef(fit) * c(0, 0, 1, h))
    error <- sqrt(drop(c(0, 0, 1, h) %*% NeweyWest(fit, lag = 3, prewhite = FALSE, adjust = TRUE) %*% c(0, 0, 1, h)))
    e <- resid(fit)
    box <- Box.test(e, lag = 6, type = "Ljung-Box")
    out <- c(out,
      put(paste0("ols.", c("const", "month", "formal", "months_since")), coef(fit)),
      put(paste0("ols_se.", 0:3), sqrt(diag(vcov(fit)))), put(paste0("nw3_se_adj.", 0:3), hac(fit)),
      put(paste0("nw3_se_noadj.", 0:3), hac(fit, FALSE)), put("DW", sum(diff(e)^2) / sum(e^2)),
      put("ljung_box6.Q", box$statistic), put("ljung_box6.p", box$p.value),
      put(paste0("effect_month", month), effect), put(paste0("se_effect", month, "_nw_adj"), error),
      put(paste0("fitted", month), fitted(fit)[last]), put(paste0("counterfactual", month), fitted(fit)[last] - effect))
    if (has("funding_kusd")) out <- c(out, fitted_("with_funding", lm(active ~ month + formal + months_since + funding_kusd, m)))
    if (has("active_control")) {
      out <- c(out, fitted_("cits_difference_series", lm(I(active - active_control) ~ month + formal + months_since, m)))
      after <- m$formal == 1
      if (any(after) && any(!after)) out <- c(out, put("did_2x2", mean(m$active[after]) - mean(m$active[!after])
        - mean(m$active_control[after]) + mean(m$active_control[!after])))
    }
  }
  if (has("leader_gives", "new_contributors") && nrow(m) >= 12) {
    n <- nrow(m)
    d <- data.frame(y = m$new_contributors[-1], l1 = m$leader_gives[-n], month = m$month[-1], own = m$new_contributors[-n])
    out <- c(out, fitted_("leader_lag1", lm(y ~ l1 + month, d)))
    with_past <- lm(y ~ l1 + own + month, d)
    cc <- ccf(m$leader_gives, m$new_contributors, lag.max = 3, plot = FALSE)$acf
    out <- c(out, put("leader_lag1_with_AR.coef_l1", coef(with_past)[2]), put("leader_lag1_with_AR.se_ols", sqrt(vcov(with_past)[2, 2])),
      put(paste0("ccf_lag_minus3_to_3.", 0:6), cc))
  }
  out
}

edges <- function(e) {
  g <- simplify(graph_from_data_frame(e[, .(as.character(from), as.character(to))], directed = FALSE))
  n <- vcount(g); b <- betweenness(g); d <- degree(g); k <- coreness(g)
  depth <- table(k)
  sorted <- sort(d, decreasing = TRUE)
  z <- sapply(seq_len(min(12, n)), function(i) i * (i - 1) / 2 + ecount(g) - sum(sorted[seq_len(i)]))
  c(put("n", n), put("m", ecount(g)), put("density", edge_density(g)),
    put(paste0("betweenness_raw.", names(b)), b), put(paste0("betweenness_norm.", names(b)), b / ((n - 1) * (n - 2) / 2)),
    put(paste0("degree.", names(d)), d), put("degree_centralization_freeman", sum(max(d) - d) / ((n - 1) * (n - 2))),
    put("betweenness_centralization", sum(max(b) - b) / ((n - 1)^2 * (n - 2) / 2)),
    put("transitivity", transitivity(g)), put("avg_clustering_excl_deg1", transitivity(g, "average")),
    put("avg_clustering_zero_for_deg1", mean(transitivity(g, "local", isolates = "zero"))),
    put("avg_path", mean_distance(g)), put("diameter", diameter(g)),
    put(paste0("coreness_counts.", names(depth)), depth), put(paste0("lip_Z_k1_to_12.", seq_along(z) - 1), z),
    put("gini_degree", gini(d)))
}

survival_ <- function(s) {
  s[, treat := as.character(treat)]
  groups <- sort(unique(s$treat), method = "radix")
  treated <- s[treat == c(setdiff(groups, "control"), "control")[1]]
  fit <- summary(survfit(Surv(time, cens) ~ 1, treated), censored = FALSE)
  key <- format(fit$time, digits = 15, trim = TRUE, drop0trailing = TRUE)
  out <- c(put(paste0("S.", key), fit$surv), put(paste0("se.", key), ifelse(fit$surv > 0, fit$std.err, NA)))
  if (length(groups) == 2) {
    x <- as.numeric(s$treat == if ("control" %in% groups) "control" else groups[2])
    out <- c(out, put("logrank_chi2", survdiff(Surv(time, cens) ~ treat, s)$chisq),
      put("cox_efron_coef", coef(coxph(Surv(time, cens) ~ x, s, ties = "efron"))),
      put("cox_breslow_coef", coef(coxph(Surv(time, cens) ~ x, s, ties = "breslow"))))
  }
  out
}

if (sys.nframe() == 0) {
  folder <- commandArgs(trailingOnly = TRUE)
  folder <- if (length(folder) == 0) "." else folder[1]
  # All as text, but what is a number: a member may be called 1 or NA.
  read <- function(name, ...) {
    path <- file.path(folder, name)
    if (file.exists(path)) fread(path, encoding = "UTF-8", na.strings = "", keepLeadingZeros = TRUE, ...) else NULL
  }
  text <- function(t, columns) { for (c in intersect(columns, names(t))) set(t, j = c, value = as.character(t[[c]])); t }
  members <- text(read("members.csv"), c("member", "org", "country", "role"))
  questions <- text(read("questions.csv"), c("question", "asker"))
  answers <- text(read("answers.csv"), c("answer", "question", "answerer"))
  months <- read("monthly.csv"); ties <- read("edges.csv"); watched <- read("survival.csv")
  started <- proc.time()[["elapsed"]]
  mine <- c()
  under <- function(part, values) setNames(values, paste0(part, ".", names(values)))
  if (!is.null(members)) mine <- c(mine, under("community", community(members, questions, answers, read("window.csv")$end_day)))
  if (!is.null(months)) mine <- c(mine, under("monthly", monthly(months)))
  if (!is.null(ties)) mine <- c(mine, under("edges", edges(ties)))
  if (!is.null(watched)) mine <- c(mine, under("survival", survival_(watched)))
  seconds <- proc.time()[["elapsed"]] - started
  theirs <- read("figures.csv", colClasses = c(name = "character", value = "numeric"))
  theirs <- setNames(theirs$value, theirs$name)
  both <- intersect(names(mine), names(theirs))
  missing <- setdiff(names(mine)[!is.na(mine)], names(theirs))
  a <- mine[both]; b <- theirs[both]
  apart <- ifelse(is.na(a) & is.na(b), 0, ifelse(is.na(a) | is.na(b), Inf, abs(a - b) / pmax(abs(a), abs(b), 1e-9)))
  apart[abs(a - b) < 1e-12] <- 0
  worst <- which.max(apart)
  if (length(missing)) cat("Not among the figures:", head(missing, 20), "\n")
  cat(sprintf("%d figures recomputed, %d missing, %.2f s\n", length(both), length(missing), seconds))
  cat(sprintf("largest relative difference %.3g (%s: R %.12g, CopBot %.12g)\n", apart[worst], both[worst], a[worst], b[worst]))
  quit(status = if (length(missing) || apart[worst] > 1e-6) 1 else 0)
}
