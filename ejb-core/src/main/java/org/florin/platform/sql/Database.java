package org.florin.platform.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * SQL statements on a data source. Inside a JTA transaction every statement uses the transaction's
 * connection. Failures surface as {@link DatabaseFault}.
 */
public final class Database {

  /** Reads one row. */
  @FunctionalInterface
  public interface RowReader<T> {
    T read(Row row) throws SQLException;
  }

  /** Takes one row. */
  @FunctionalInterface
  public interface RowVisitor {
    void visit(Row row) throws SQLException, IOException;
  }

  /** One row of a result, by column name. */
  public static final class Row {

    private final ResultSet result;

    Row(ResultSet result) {
      this.result = result;
    }

    public String text(String column) throws SQLException {
      return result.getString(column);
    }

    public Optional<String> optionalText(String column) throws SQLException {
      return Optional.ofNullable(result.getString(column));
    }

    public long number(String column) throws SQLException {
      return result.getLong(column);
    }

    public int integer(String column) throws SQLException {
      return result.getInt(column);
    }

    public boolean flag(String column) throws SQLException {
      return result.getBoolean(column);
    }

    public byte[] bytes(String column) throws SQLException {
      return result.getBytes(column);
    }

    public UUID uuid(String column) throws SQLException {
      return result.getObject(column, UUID.class);
    }

    public Optional<UUID> optionalUuid(String column) throws SQLException {
      return Optional.ofNullable(result.getObject(column, UUID.class));
    }

    public java.math.BigDecimal decimal(String column) throws SQLException {
      return result.getBigDecimal(column);
    }

    public java.time.LocalDate date(String column) throws SQLException {
      return result.getObject(column, java.time.LocalDate.class);
    }

    public Instant instant(String column) throws SQLException {
      return result.getObject(column, OffsetDateTime.class).toInstant();
    }

    public Optional<Instant> optionalInstant(String column) throws SQLException {
      return Optional.ofNullable(result.getObject(column, OffsetDateTime.class))
          .map(OffsetDateTime::toInstant);
    }

    public Optional<java.time.LocalDate> optionalDate(String column) throws SQLException {
      return Optional.ofNullable(result.getObject(column, java.time.LocalDate.class));
    }

    public List<Long> numbers(String column) throws SQLException {
      return List.of((Long[]) result.getArray(column).getArray());
    }

    public List<java.math.BigDecimal> decimals(String column) throws SQLException {
      return List.of((java.math.BigDecimal[]) result.getArray(column).getArray());
    }

    public List<java.time.LocalDate> dates(String column) throws SQLException {
      return java.util.Arrays.stream((java.sql.Date[]) result.getArray(column).getArray())
          .map(java.sql.Date::toLocalDate)
          .toList();
    }

    public List<String> texts(String column) throws SQLException {
      return List.of((String[]) result.getArray(column).getArray());
    }
  }

  private static final int ROWS_HELD = 1000;

  private final DataSource dataSource;

  public Database(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** All rows of a query. */
  public <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... arguments) {
    return withStatement(
        sql,
        arguments,
        statement -> {
          try (var result = statement.executeQuery()) {
            var rows = new ArrayList<T>();
            var row = new Row(result);
            while (result.next()) {
              rows.add(reader.read(row));
            }
            return rows;
          }
        });
  }

  /**
   * Goes through the rows of a query one by one. Inside a transaction only some of them are held in
   * memory at a time.
   */
  public void each(String sql, RowVisitor visitor, @Nullable Object... arguments) {
    withStatement(
        sql,
        arguments,
        statement -> {
          statement.setFetchSize(ROWS_HELD);
          try (var result = statement.executeQuery()) {
            var row = new Row(result);
            while (result.next()) {
              visitor.visit(row);
            }
            return true;
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** The first row of a query, if there is one. */
  public <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... arguments) {
    var rows = list(sql, reader, arguments);
    return rows.isEmpty() ? Optional.empty() : Optional.of(rows.getFirst());
  }

  /** Runs a statement; answers how many rows it touched. */
  public int update(String sql, @Nullable Object... arguments) {
    return withStatement(sql, arguments, PreparedStatement::executeUpdate);
  }

  @FunctionalInterface
  private interface Work<T> {
    T with(PreparedStatement statement) throws SQLException;
  }

  private <T> T withStatement(String sql, @Nullable Object[] arguments, Work<T> work) {
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(sql)) {
      for (var i = 0; i < arguments.length; i++) {
        bind(connection, statement, i + 1, arguments[i]);
      }
      return work.with(statement);
    } catch (SQLException e) {
      throw new DatabaseFault(e);
    }
  }

  private static void bind(
      Connection connection, PreparedStatement statement, int index, @Nullable Object argument)
      throws SQLException {
    switch (argument) {
      case Instant instant -> statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
      case Collection<?> values -> statement.setArray(index, array(connection, values));
      case Optional<?> optional -> bind(connection, statement, index, optional.orElse(null));
      case null, default -> statement.setObject(index, argument);
    }
  }

  /** Typed by the first element that is there; a column of nothing at all counts as text. */
  private static java.sql.Array array(Connection connection, Collection<?> values)
      throws SQLException {
    var column = new ArrayList<@Nullable Object>(values.size());
    @Nullable ColumnType first = null;
    for (var value : values) {
      var plain = value instanceof Optional<?> optional ? optional.orElse(null) : value;
      if (plain != null && first == null) {
        first = ColumnType.of(plain);
      }
      column.add(plain instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : plain);
    }
    var type = first == null ? ColumnType.TEXT : first;
    return connection.createArrayOf(type.code, column.toArray(type.form));
  }

  /** What a column's elements are; the driver sends arrays of these forms in binary if it can. */
  private enum ColumnType {
    TEXT("text", new String[0]),
    UUID("uuid", new Object[0]),
    BIGINT("bigint", new Long[0]),
    INT("int", new Integer[0]),
    BOOLEAN("boolean", new Boolean[0]),
    BYTES("bytea", new byte[0][]),
    TIME("timestamptz", new Object[0]),
    DATE("date", new Object[0]);

    final String code;
    final Object[] form;

    ColumnType(String code, Object[] form) {
      this.code = code;
      this.form = form;
    }

    static ColumnType of(Object element) {
      return switch (element) {
        case java.util.UUID ignored -> UUID;
        case Long ignored -> BIGINT;
        case Integer ignored -> INT;
        case Boolean ignored -> BOOLEAN;
        case byte[] ignored -> BYTES;
        case Instant ignored -> TIME;
        case java.time.LocalDate ignored -> DATE;
        case String ignored -> TEXT;
        default ->
            throw new IllegalArgumentException("no column of " + element.getClass().getName());
      };
    }
  }
}
