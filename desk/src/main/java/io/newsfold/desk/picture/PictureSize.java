package io.newsfold.desk.picture;

/** Width and height of a picture in pixels. */
record PictureSize(int width, int height) {
    /** Most pixels that are decoded. */
    private static final long MAX_PIXELS = 40_000_000;

    /** Smaller pictures are icons, lines and counters of readers. */
    private static final int MIN_WIDTH = 100;

    private static final int MIN_HEIGHT = 60;

    /** Of a thumbnail. */
    private static final int MAX_WIDTH = 480;

    private static final int MAX_HEIGHT = 960;

    /** @throws NoPictureException where a picture of this size is not shown */
    void requireFit() throws NoPictureException {
        if (width < MIN_WIDTH || height < MIN_HEIGHT) {
            throw NoPictureException.lasting(
                    this + " pixels; a picture has at least " + MIN_WIDTH + " x " + MIN_HEIGHT);
        }
        if ((long) width * height > MAX_PIXELS) {
            throw NoPictureException.lasting(this + " pixels; at most " + MAX_PIXELS + " are decoded");
        }
    }

    /** The size of the thumbnail, never larger than this one. */
    PictureSize ofThumbnail() {
        double scale = Math.min(1, Math.min((double) MAX_WIDTH / width, (double) MAX_HEIGHT / height));
        return new PictureSize(
                (int) Math.max(1, Math.round(width * scale)), (int) Math.max(1, Math.round(height * scale)));
    }

    /**
     * Of how many pixels in a row the decoder may keep one: what is left is at least twice as large as the thumbnail,
     * so that the memory for a large picture is bounded, and the thumbnail is smooth.
     */
    int subsampling() {
        double scale = Math.min((double) MAX_WIDTH / width, (double) MAX_HEIGHT / height);
        return (int) Math.max(1, Math.floor(1 / (2 * scale)));
    }

    @Override
    public String toString() {
        return width + " x " + height;
    }
}
