package io.newsfold.desk.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Thumbnails of good, broken and hostile files. */
class ThumbnailTest {
    @SuppressWarnings("NullAway.Init")
    ThumbnailTest() {}

    @ParameterizedTest
    @CsvSource({
        "jpeg, 1600, 900, 480, 270",
        "png, 1600, 900, 480, 270",
        "gif, 1600, 900, 480, 270",
        "jpeg, 100, 60, 100, 60",
        "png, 600, 9000, 64, 960",
        "jpeg, 700, 500, 480, 343"
    })
    void aThumbnailFitsItsBoxAndKeepsShapeAndColour(String format, int width, int height, int small, int low)
            throws Exception {
        byte[] file = PictureFiles.red(format, width, height);

        BufferedImage thumbnail = decoded(Thumbnail.of(file));

        assertThat(new PictureSize(thumbnail.getWidth(), thumbnail.getHeight())).isEqualTo(new PictureSize(small, low));
        assertThat(thumbnail.getRGB(small / 2, low / 2) >> 16 & 255).isBetween(0xB0, 0xD0);
        assertThat(thumbnail.getRGB(small / 2, low / 2) & 255).isLessThan(0x30);
    }

    @Test
    void whatIsTransparentBecomesWhite() throws Exception {
        byte[] file = PictureFiles.encoded("png", new BufferedImage(200, 100, BufferedImage.TYPE_INT_ARGB));

        BufferedImage thumbnail = decoded(Thumbnail.of(file));

        assertThat(thumbnail.getRGB(100, 50) & 0xFFFFFF).isEqualTo(0xFFFFFF);
    }

    @Test
    void metadataIsNotInTheThumbnail() throws Exception {
        byte[] file = PictureFiles.red("jpeg", 200, 100);
        byte[] comment =
                "\u00ff\u00fe\u0000\u0012camera of Ann Wick".substring(0, 20).getBytes(ISO_8859_1);
        ByteArrayOutputStream commented = new ByteArrayOutputStream();
        commented.write(file, 0, 2);
        commented.write(comment);
        commented.write(file, 2, file.length - 2);

        byte[] thumbnail = Thumbnail.of(commented.toByteArray());

        assertThat(new String(thumbnail, ISO_8859_1)).doesNotContain("camera");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<!DOCTYPE html><html><body><img src=a.jpg></body></html>",
                "<svg xmlns='http://www.w3.org/2000/svg' width='200' height='100'/>",
                "<?xml version='1.0'?><svg/>",
                "%PDF-1.7",
                "BM      a bitmap",
                "RIFF    WEBPVP8 ",
                "GIF89a",
                "GIF87a is a nice format"
            })
    void whatIsNoPictureIsRefused(String body) {
        assertThatThrownBy(() -> Thumbnail.of(body.getBytes(UTF_8))).isInstanceOf(NoPictureException.class);
    }

    @Test
    void aBombIsRefusedByItsHeader() {
        assertThatThrownBy(() -> Thumbnail.of(PictureFiles.claimingPng(60_000, 60_000)))
                .hasMessage("60000 x 60000 pixels; at most 40000000 are decoded");
        assertThatThrownBy(() -> Thumbnail.of(PictureFiles.claimingJpeg(60_000, 60_000)))
                .hasMessage("60000 x 60000 pixels; at most 40000000 are decoded");
    }

    @Test
    void aTrackingPixelIsRefused() {
        assertThatThrownBy(() -> Thumbnail.of(PictureFiles.red("gif", 1, 1)))
                .hasMessage("1 x 1 pixels; a picture has at least 100 x 60");
        assertThatThrownBy(() -> Thumbnail.of(PictureFiles.red("png", 1000, 59)))
                .hasMessage("1000 x 59 pixels; a picture has at least 100 x 60");
    }

    @Test
    void aJpegOfThousandsOfScansIsRefused() {
        byte[] file = PictureFiles.red("jpeg", 200, 100);
        ByteBuffer many = ByteBuffer.allocate(file.length + 4_000).put(file);
        while (many.remaining() > 1) {
            many.putShort((short) 0xFFDA);
        }

        assertThatThrownBy(() -> Thumbnail.of(many.array()))
                .hasMessage("a JPEG of 2001 scans; at most 100 are decoded");
    }

    @Test
    void aChunkLongerThanTheFileIsRefused() {
        byte[] file = PictureFiles.red("png", 200, 100);
        ByteBuffer.wrap(file).putInt(33, 0x7FFFFFFF);

        assertThatThrownBy(() -> Thumbnail.of(file))
                .hasMessage("broken PNG: a chunk of 2147483647 bytes is longer than the file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif"})
    void aBrokenFileIsAPictureOrRefused(String format) {
        Random random = new Random(8150);
        for (int round = 0; round < 300; round++) {
            byte[] file = PictureFiles.red(format, 120, 80);
            for (int change = 0; change < 4; change++) {
                file[random.nextInt(file.length)] = (byte) random.nextInt(256);
            }
            byte[] cut = Arrays.copyOf(file, round % 2 == 0 ? file.length : random.nextInt(file.length));

            assertThat(isPictureOrRefused(cut)).isTrue();
        }
    }

    /** Any other exception fails the test. */
    private static boolean isPictureOrRefused(byte[] file) {
        try {
            return Thumbnail.of(file).length > 0;
        } catch (NoPictureException e) {
            return !String.valueOf(e.getMessage()).isEmpty();
        }
    }

    private static BufferedImage decoded(byte[] jpeg) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(jpeg));
    }
}
