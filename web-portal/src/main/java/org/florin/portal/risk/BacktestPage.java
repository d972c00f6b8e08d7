package org.florin.portal.risk;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import org.florin.backtests.BacktestReport;
import org.florin.backtests.FindBacktests;
import org.florin.kernel.JobId;
import org.florin.kernel.Money;
import org.jspecify.annotations.Nullable;

/** What a back-test found, or how far it has come. */
@Named
@ViewScoped
public class BacktestPage implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Decisions that would have been others, of one kind. */
  public record Changed(String code, long count, Money value) {}

  @Inject FindBacktests find;

  private String id = "";
  private transient @Nullable BacktestReport report;

  /** Reads it, again and again while it is under way. */
  public void open() {
    try {
      report = find.byRun(JobId.parse(id)).orElse(null);
    } catch (IllegalArgumentException e) {
      report = null;
    }
  }

  public @Nullable BacktestReport getReport() {
    return report;
  }

  public List<Changed> getChanges() {
    return report == null
        ? List.of()
        : report.changes().entrySet().stream()
            .map(
                entry ->
                    new Changed(
                        entry.getKey().code(), entry.getValue().count(), entry.getValue().value()))
            .toList();
  }

  public boolean isUnderway() {
    return report != null
        && !report.job().status().isDone()
        && !report.job().status().isRestartable();
  }

  /** The share of decisions that would have been others. */
  public String getChangedShare() {
    return report == null ? "" : percent(report.changedHundredths());
  }

  private static String percent(long hundredths) {
    return String.format(Locale.US, "%d.%02d %%", hundredths / 100, hundredths % 100);
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
