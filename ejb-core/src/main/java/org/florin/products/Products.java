package org.florin.products;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.florin.kernel.AnnualRate;
import org.florin.kernel.Money;

/** The product catalogue. */
@ApplicationScoped
class Products {

  private static final String IN_EFFECT =
      """
      select distinct on (code) code, effective_from, name, bin, currency, apr,
             limit_min_minor, limit_max_minor, cash_limit_percent, card_validity_years
        from card_product
       where effective_from <= ?1 and (?2 = '' or code = ?2)
       order by code, effective_from desc
      """;

  @PersistenceContext(unitName = "florin")
  EntityManager database;

  Optional<CardProduct> find(String code, LocalDate on) {
    return rows(code, on).stream().findFirst();
  }

  List<CardProduct> inEffect(LocalDate on) {
    return rows("", on);
  }

  private List<CardProduct> rows(String code, LocalDate on) {
    return database
        .createNativeQuery(IN_EFFECT, Object[].class)
        .setParameter(1, on)
        .setParameter(2, code)
        .getResultStream()
        .map(row -> product((Object[]) row))
        .toList();
  }

  private static CardProduct product(Object[] row) {
    var currency = (String) row[4];
    return new CardProduct(
        (String) row[0],
        row[1] instanceof LocalDate date ? date : LocalDate.parse(row[1].toString()),
        (String) row[2],
        (String) row[3],
        new AnnualRate(((BigDecimal) row[5]).setScale(2, java.math.RoundingMode.UNNECESSARY)),
        Money.of(((Number) row[6]).longValue(), currency),
        Money.of(((Number) row[7]).longValue(), currency),
        ((Number) row[8]).intValue(),
        ((Number) row[9]).intValue());
  }
}
