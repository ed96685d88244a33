package io.newsfold.contract;

/**
 * A point on the earth, as WGS 84 has it.
 *
 * @param latitude degrees, -90 to 90, north is positive
 * @param longitude degrees, -180 to 180, east is positive
 */
public record GeoPoint(double latitude, double longitude) {
    private static final double MAX_LATITUDE = 90;
    private static final double MAX_LONGITUDE = 180;

    public GeoPoint {
        if (!isValid(latitude, longitude)) {
            throw new IllegalArgumentException("no point on the earth: " + latitude + ", " + longitude);
        }
    }

    /** Whether there is such a point. */
    public static boolean isValid(double latitude, double longitude) {
        return Math.abs(latitude) <= MAX_LATITUDE && Math.abs(longitude) <= MAX_LONGITUDE;
    }
}
