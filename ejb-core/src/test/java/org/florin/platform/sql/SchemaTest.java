package org.florin.platform.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.florin.fixtures.TestDatabase;
import org.junit.jupiter.api.Test;

/** What the migrations add up to, against the committed description of the schema. */
class SchemaTest {

  private static final Path GOLDEN = Path.of("src/test/resources/schema.golden.txt");
  private static final Path ACTUAL = Path.of("target/schema.actual.txt");

  private static final String DESCRIPTION =
      """
      select line from (
        select table_name || '.' || column_name || ' ' || data_type
          || case when is_nullable = 'NO' then ' not null' else '' end
          || coalesce(' default ' || column_default, '')
          || case when is_identity = 'YES' then ' identity' else '' end as line
        from information_schema.columns where table_schema = 'public'
        union all
        select conrelid::regclass || ' constraint ' || conname || ' ' || pg_get_constraintdef(oid)
        from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n'
        union all
        select tablename || ' index ' || indexdef from pg_indexes where schemaname = 'public'
        union all
        select event_object_table || ' trigger ' || trigger_name || ' ' || action_timing || ' ' || event_manipulation
        from information_schema.triggers where trigger_schema = 'public') described
      where line not like 'flyway\\_schema\\_history%'
      order by line collate "C"
      """;

  /** On a difference the new description lies in {@code target/}: read it, then copy it. */
  @Test
  void migrations_add_up_to_the_committed_schema() throws IOException {
    var lines = TestDatabase.autoCommitting().list(DESCRIPTION, row -> row.text("line"));
    var actual = String.join("\n", lines) + "\n";
    Files.writeString(ACTUAL, actual);

    assertEquals(Files.readString(GOLDEN), actual);
  }
}
