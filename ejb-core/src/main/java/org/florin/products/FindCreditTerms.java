package org.florin.products;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.List;
import org.florin.kernel.AnnualRate;
import org.florin.platform.sql.Database;

/** Reads the terms of credit of the bank's products, all versions of them. */
@ApplicationScoped
public class FindCreditTerms {

  @Inject Database database;

  /** All versions of a product's terms, oldest first; at least one for every product on sale. */
  @Transactional(Transactional.TxType.SUPPORTS)
  public List<CreditTerms> ofProduct(String productCode) {
    return database.list(
        "select * from credit_terms where product_code = ? order by effective_from",
        FindCreditTerms::terms,
        productCode);
  }

  private static CreditTerms terms(Database.Row row) throws SQLException {
    return new CreditTerms(
        row.date("effective_from"),
        new AnnualRate(row.decimal("purchase_rate")),
        new AnnualRate(row.decimal("cash_advance_rate")),
        new AnnualRate(row.decimal("balance_transfer_rate")),
        new AnnualRate(row.decimal("penalty_rate")),
        YearConvention.ofCode(row.text("year_convention")),
        row.number("minimum_interest_minor"),
        new MinimumRule(
            row.number("minimum_flat_minor"),
            row.decimal("minimum_percent"),
            row.flag("minimum_with_over_limit"),
            MinimumOrder.ofCode(row.text("minimum_order"))),
        new FeeSchedule(
            row.number("penalty_first_minor"),
            row.number("penalty_repeat_minor"),
            row.number("cash_advance_flat_minor"),
            row.decimal("cash_advance_percent"),
            row.decimal("foreign_percent"),
            row.number("annual_minor")));
  }
}
