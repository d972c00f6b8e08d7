package org.florin.portal.bank;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.florin.access.Role;
import org.florin.authorization.hooks.ConfigureHook;
import org.florin.authorization.hooks.FindHooks;
import org.florin.authorization.hooks.HookCall;
import org.florin.authorization.hooks.PartnerHook;
import org.florin.authorization.hooks.RemoveHook;
import org.florin.authorization.hooks.StandInLimits;
import org.florin.kernel.BusinessClock;
import org.florin.kernel.CurrencyCode;
import org.florin.kernel.Money;
import org.florin.portal.format.Messages;
import org.florin.portal.session.CurrentUser;
import org.florin.products.CardProduct;
import org.florin.products.FindProducts;
import org.jspecify.annotations.Nullable;

/** Which programs ask a partner before they approve, and what came of it; administrators change. */
@Named
@ViewScoped
public class PartnersPage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 50;
  private static final int BUDGET_MILLIS = 800;
  private static final int CALLS_MAX = 32;

  @Inject FindHooks find;
  @Inject ConfigureHook configure;
  @Inject RemoveHook remove;
  @Inject FindProducts products;
  @Inject BusinessClock clock;
  @Inject CurrentUser user;

  private transient List<PartnerHook> hooks = List.of();
  private transient List<HookCall> calls = List.of();
  private String program = "";
  private String url = "";
  private int budgetMillis = BUDGET_MILLIS;
  private int callsMax = CALLS_MAX;
  private boolean standIn;
  private boolean newSecret;
  private BigDecimal amountMax = BigDecimal.ZERO;
  private BigDecimal dayAmountMax = BigDecimal.ZERO;
  private int dayCountMax;
  private String secret = "";

  @PostConstruct
  void open() {
    hooks = find.all();
    calls = find.latestCalls(SHOWN);
  }

  /** Takes a hook into the form. */
  public void edit(PartnerHook hook) {
    program = hook.productCode();
    url = hook.url().toString();
    budgetMillis = (int) hook.budget().toMillis();
    callsMax = hook.callsMax();
    standIn = hook.standIn().isPresent();
    newSecret = false;
    amountMax =
        hook.standIn().map(StandInLimits::amountMaxMinor).map(this::major).orElse(BigDecimal.ZERO);
    dayAmountMax =
        hook.standIn()
            .map(StandInLimits::dayAmountMaxMinor)
            .map(this::major)
            .orElse(BigDecimal.ZERO);
    dayCountMax = hook.standIn().map(StandInLimits::dayCountMax).orElse(0);
  }

  /** Has the program ask the partner. */
  public void save() {
    var address = address();
    if (!isAdmin() || address.isEmpty()) {
      Messages.failed("Give an absolute address.");
      return;
    }
    try {
      switch (configure.handle(
          new ConfigureHook.Command(
              program,
              address.get(),
              Duration.ofMillis(budgetMillis),
              callsMax,
              limits(),
              newSecret,
              user.actor()))) {
        case ConfigureHook.Outcome.Configured configured -> {
          secret = configured.secret().orElse("");
          Messages.done("Saved. It takes effect within five seconds.");
        }
        case ConfigureHook.Outcome.UnknownProgram ignored ->
            Messages.failed("There is no such program.");
        case ConfigureHook.Outcome.Refused refused ->
            Messages.failed("Not possible: " + refused.why() + ".");
      }
    } catch (ArithmeticException | IllegalArgumentException e) {
      Messages.failed("Limits are zero or more, in whole cents.");
    }
    open();
  }

  /** Has the program ask nobody. */
  public void remove(PartnerHook hook) {
    if (isAdmin() && remove.handle(new RemoveHook.Command(hook.productCode(), user.actor()))) {
      Messages.done("Nobody is asked any more.");
    } else {
      Messages.failed("Nobody was asked before.");
    }
    secret = "";
    open();
  }

  private Optional<URI> address() {
    try {
      return Optional.of(URI.create(url.strip())).filter(URI::isAbsolute);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<StandInLimits> limits() {
    return standIn
        ? Optional.of(new StandInLimits(minor(amountMax), minor(dayAmountMax), dayCountMax))
        : Optional.empty();
  }

  /** The currency of the program in the form. */
  private CurrencyCode currency() {
    return getPrograms().stream()
        .filter(product -> product.code().equals(program))
        .map(product -> product.limitMax().currency())
        .findFirst()
        .orElse(CurrencyCode.USD);
  }

  private BigDecimal major(long minor) {
    return new Money(minor, currency()).decimal();
  }

  private long minor(BigDecimal major) {
    return major.movePointRight(currency().fractionDigits()).longValueExact();
  }

  public List<CardProduct> getPrograms() {
    return products.onSale(clock.businessDate());
  }

  public List<PartnerHook> getHooks() {
    return hooks;
  }

  public List<HookCall> getCalls() {
    return calls;
  }

  public boolean isAdmin() {
    return user.getRole() == Role.ADMIN;
  }

  public String getSecret() {
    return secret;
  }

  public String getProgram() {
    return program;
  }

  public void setProgram(String program) {
    this.program = program;
  }

  public String getUrl() {
    return url;
  }

  public void setUrl(String url) {
    this.url = url;
  }

  public int getBudgetMillis() {
    return budgetMillis;
  }

  public void setBudgetMillis(int budgetMillis) {
    this.budgetMillis = budgetMillis;
  }

  public int getCallsMax() {
    return callsMax;
  }

  public void setCallsMax(int callsMax) {
    this.callsMax = callsMax;
  }

  public boolean isStandIn() {
    return standIn;
  }

  public void setStandIn(boolean standIn) {
    this.standIn = standIn;
  }

  public boolean isNewSecret() {
    return newSecret;
  }

  public void setNewSecret(boolean newSecret) {
    this.newSecret = newSecret;
  }

  public BigDecimal getAmountMax() {
    return amountMax;
  }

  public void setAmountMax(@Nullable BigDecimal amountMax) {
    this.amountMax = amountMax == null ? BigDecimal.ZERO : amountMax;
  }

  public BigDecimal getDayAmountMax() {
    return dayAmountMax;
  }

  public void setDayAmountMax(@Nullable BigDecimal dayAmountMax) {
    this.dayAmountMax = dayAmountMax == null ? BigDecimal.ZERO : dayAmountMax;
  }

  public int getDayCountMax() {
    return dayCountMax;
  }

  public void setDayCountMax(int dayCountMax) {
    this.dayCountMax = dayCountMax;
  }
}
