package io.newsfold.desk.picture;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/** Makes pictures smaller: each pixel is the mean of those that it replaces. Needs no window system. */
final class BoxFilter {
    private static final int WHITE = 255;

    private BoxFilter() {}

    /**
     * A copy in sRGB without transparency; what is behind a transparent pixel is white.
     *
     * @param size not larger than the picture
     */
    static BufferedImage scaled(BufferedImage from, PictureSize size) {
        BufferedImage to = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        int[] row = new int[from.getWidth()];
        int[] sums = new int[3 * size.width()];
        int[] pixels = new int[size.width()];
        for (int y = 0; y < size.height(); y++) {
            int top = edge(y, size.height(), from.getHeight());
            int bottom = edge(y + 1, size.height(), from.getHeight());
            Arrays.fill(sums, 0);
            for (int line = top; line < bottom; line++) {
                from.getRGB(0, line, row.length, 1, row, 0, row.length);
                add(row, sums, size.width());
            }
            for (int x = 0; x < pixels.length; x++) {
                int width = edge(x + 1, size.width(), row.length) - edge(x, size.width(), row.length);
                pixels[x] = mean(sums, x, width * (bottom - top));
            }
            to.setRGB(0, y, pixels.length, 1, pixels, 0, pixels.length);
        }
        return to;
    }

    /** Where a box begins, in pixels of the larger picture. */
    private static int edge(int box, int boxes, int pixels) {
        return (int) ((long) box * pixels / boxes);
    }

    private static void add(int[] row, int[] sums, int boxes) {
        for (int box = 0; box < boxes; box++) {
            int end = edge(box + 1, boxes, row.length);
            for (int x = edge(box, boxes, row.length); x < end; x++) {
                int alpha = row[x] >>> 24;
                sums[3 * box] += onWhite(row[x] >> 16 & 255, alpha);
                sums[3 * box + 1] += onWhite(row[x] >> 8 & 255, alpha);
                sums[3 * box + 2] += onWhite(row[x] & 255, alpha);
            }
        }
    }

    private static int onWhite(int colour, int alpha) {
        return (colour * alpha + WHITE * (255 - alpha)) / 255;
    }

    private static int mean(int[] sums, int box, int count) {
        return sums[3 * box] / count << 16 | sums[3 * box + 1] / count << 8 | sums[3 * box + 2] / count;
    }
}
