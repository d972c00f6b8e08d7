package org.florin.portal.statistics;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.florin.access.Role;
import org.florin.kernel.BusinessClock;
import org.florin.kernel.Money;
import org.florin.portal.format.Formats;
import org.florin.portal.format.Messages;
import org.florin.portal.session.CurrentUser;
import org.florin.statistics.FindStatistics;
import org.florin.statistics.Period;
import org.florin.statistics.StartStatistics;
import org.florin.statistics.StatisticsRow;
import org.florin.statistics.StatisticsStart;

/** Figures of days, weeks or months, as charts and as the table behind them. */
@Named
@ViewScoped
public class StatisticsPage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int DAYS_SHOWN = 31;
  private static final int WEEKS_SHOWN = 26;
  private static final int MONTHS_SHOWN = 24;
  private static final long THOUSAND = 1000;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d", Locale.US);
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yy", Locale.US);

  @Inject FindStatistics find;
  @Inject StartStatistics start;
  @Inject BusinessClock clock;
  @Inject CurrentUser user;
  @Inject Formats formats;

  private String period = "daily";
  private transient List<StatisticsRow> rows = List.of();
  private transient List<BarChart> charts = List.of();

  /** Reads the figures of the latest periods. */
  public void open() {
    var kind = kind();
    var today = clock.businessDate();
    var from =
        switch (kind) {
          case DAILY -> today.minusDays(DAYS_SHOWN - 1L);
          case WEEKLY -> kind.startOf(today).minusWeeks(WEEKS_SHOWN - 1L);
          case MONTHLY -> kind.startOf(today).minusMonths(MONTHS_SHOWN - 1L);
        };
    rows =
        find
            .handle(new FindStatistics.Query(kind, from, today, List.of(), Optional.empty()))
            .stream()
            .filter(row -> row.currency().equals("USD"))
            .toList();
    charts =
        List.of(
            chart("Purchases", row -> amount(row, "purchases")),
            chart("Payments received", row -> amount(row, "payments")),
            BarChart.of(
                "Authorizations",
                List.of("approved", "declined"),
                rows.stream()
                    .map(
                        row ->
                            new BarChart.Value(
                                label(row.period()),
                                count(row, "authorizations_approved"),
                                count(row, "authorizations_declined")))
                    .toList(),
                formats::count,
                formats::count),
            chart("Interest and fees", row -> amount(row, "interest") + amount(row, "fees")));
  }

  /** Computes the present period anew. */
  public void compute() {
    if (user.getRole() != Role.OPERATIONS) {
      Messages.failed("That is for operations to do.");
      return;
    }
    switch (start.handle(new StartStatistics.Command(kind(), clock.businessDate(), user.actor()))) {
      case StatisticsStart.Started started ->
          Messages.done("The job is queued. The batch monitor shows how it goes.");
      case StatisticsStart.AlreadyRunning running -> Messages.done("The job is under way already.");
      case StatisticsStart.NotBegun not -> Messages.failed("This period hasn't begun.");
    }
    open();
  }

  private BarChart chart(String title, ToLongFunction<StatisticsRow> value) {
    return BarChart.of(
        title,
        List.of(title, title),
        rows.stream()
            .map(
                row ->
                    new BarChart.Value(label(row.period()), Math.max(0, value.applyAsLong(row)), 0))
            .toList(),
        minor -> formats.money(Money.usd(minor)),
        StatisticsPage::brief);
  }

  private String label(LocalDate date) {
    return (kind() == Period.MONTHLY ? MONTH : DAY).format(date);
  }

  private static String brief(long minor) {
    var dollars = minor / 100;
    return dollars >= 10 * THOUSAND ? "$" + dollars / THOUSAND + "k" : "$" + dollars;
  }

  private Period kind() {
    try {
      return Period.ofCode(period);
    } catch (IllegalArgumentException e) {
      return Period.DAILY;
    }
  }

  /** How often something happened in a period. */
  public long count(StatisticsRow row, String metric) {
    var found = row.metrics().get(metric);
    return found == null ? 0 : found.count();
  }

  /** How much it came to, in minor units, without sign. */
  public long amount(StatisticsRow row, String metric) {
    var found = row.metrics().get(metric);
    return found == null ? 0 : Math.abs(found.amountMinor());
  }

  /** The same, written. */
  public String money(StatisticsRow row, String metric) {
    return formats.money(Money.of(amount(row, metric), row.currency()));
  }

  /** The share of approved authorizations. */
  public String approvalRate(StatisticsRow row) {
    return row.approvalRateHundredths()
        .map(rate -> String.format(Locale.US, "%d.%02d %%", rate / 100, rate % 100))
        .orElse("–");
  }

  public List<StatisticsRow> getRows() {
    return rows.reversed();
  }

  public List<BarChart> getCharts() {
    return charts;
  }

  public boolean isOperator() {
    return user.getRole() == Role.OPERATIONS;
  }

  public String getPeriod() {
    return kind().code();
  }

  public void setPeriod(String period) {
    this.period = period;
  }
}
