package org.florin.kernel;

import java.math.BigDecimal;

/**
 * A place on earth in degrees (WGS 84), north and east positive.
 *
 * @param latitude -90 to 90
 * @param longitude -180 to 180
 */
public record GeoPoint(BigDecimal latitude, BigDecimal longitude) {

  private static final BigDecimal LATITUDE_MAX = BigDecimal.valueOf(90);
  private static final BigDecimal LONGITUDE_MAX = BigDecimal.valueOf(180);
  private static final int EARTH_RADIUS_KM = 6371;

  /**
   * @throws IllegalArgumentException if a coordinate is out of range
   */
  public GeoPoint {
    if (latitude.abs().compareTo(LATITUDE_MAX) > 0
        || longitude.abs().compareTo(LONGITUDE_MAX) > 0) {
      throw new IllegalArgumentException("not a place on earth: " + latitude + ", " + longitude);
    }
  }

  /** The way over the earth's surface, in whole kilometers. */
  public long kilometersTo(GeoPoint other) {
    var fromLatitude = Math.toRadians(latitude.doubleValue());
    var toLatitude = Math.toRadians(other.latitude.doubleValue());
    var apart = Math.toRadians(other.longitude.subtract(longitude).doubleValue());
    var half = Math.sin((toLatitude - fromLatitude) / 2);
    var across = Math.sin(apart / 2);
    var chord = half * half + Math.cos(fromLatitude) * Math.cos(toLatitude) * across * across;
    return Math.round(2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord))));
  }
}
