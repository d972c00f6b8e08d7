package org.florin.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The API under {@code /api/v1}. */
@ApplicationPath("/v1")
public class ApiApplication extends Application {}
