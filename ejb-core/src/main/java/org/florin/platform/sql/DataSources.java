package org.florin.platform.sql;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import javax.sql.DataSource;

/** The container's data sources as {@link Database}s. */
@ApplicationScoped
class DataSources {

  @Resource(lookup = "java:jboss/datasources/FlorinDS")
  DataSource main;

  @Resource(lookup = "java:jboss/datasources/FlorinHotDS")
  DataSource hot;

  @Produces
  Database database() {
    return new Database(main);
  }

  @Produces
  @HotPath
  Database hotDatabase() {
    return new Database(hot);
  }
}
