package io.newsfold.desk.web;

import io.newsfold.contract.ArticleText.Image;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The picture of an article on its page. A page often names its picture twice, once without a caption: the first
 * caption and the first credit of the same address count.
 *
 * @param image with its caption and its credit
 * @param address of the thumbnail on the desk
 */
public record ShownPicture(Image image, String address) {
    /** @param images of the article, of which the first is shown */
    static ShownPicture of(List<Image> images, String address) {
        String url = images.get(0).url();
        return new ShownPicture(
                new Image(
                        url,
                        first(same(images, url).map(Image::caption)),
                        first(same(images, url).map(Image::credit))),
                address);
    }

    private static Stream<Image> same(List<Image> images, String url) {
        return images.stream().filter(image -> image.url().equals(url));
    }

    private static @Nullable String first(Stream<@Nullable String> texts) {
        return texts.filter(Objects::nonNull).findFirst().orElse(null);
    }
}
