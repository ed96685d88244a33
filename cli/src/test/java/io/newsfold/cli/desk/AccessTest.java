package io.newsfold.cli.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.desk.web.Access;
import io.newsfold.desk.web.ResourceResponse;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccessTest {
    private static final String TOKEN = "0123456789abcdef";

    AccessTest() {}

    @Test
    void n72_aChangeNeedsTheToken() {
        Access access = new Access(TOKEN, 0);

        assertThat(status(access, null)).contains(401);
        assertThat(status(access, null, "Authorization", "Bearer 0123456789abcdeF"))
                .contains(401);
        assertThat(status(access, null, "Authorization", "Basic " + TOKEN)).contains(401);
        assertThat(status(access, "wrong")).contains(401);
        assertThat(status(access, null, "Authorization", "Bearer " + TOKEN)).isEmpty();
        assertThat(status(access, TOKEN)).isEmpty();
    }

    @Test
    void aClientWithTooManyChangesIsRefused() {
        Access access = new Access(null, 3);
        HttpFields none = HttpFields.EMPTY;

        for (int i = 0; i < 3; i++) {
            assertThat(access.refusal(none, "10.0.0.1", null)).isEmpty();
        }

        assertThat(access.refusal(none, "10.0.0.1", null).map(ResourceResponse::status))
                .contains(429);
        assertThat(access.refusal(none, "10.0.0.2", null)).isEmpty();
    }

    @Test
    void onlyLoopbackNamesAreThisMachine() {
        assertThat(Access.isThisMachine("localhost:8150")).isTrue();
        assertThat(Access.isThisMachine("127.0.0.1")).isTrue();
        assertThat(Access.isThisMachine("[::1]:8150")).isTrue();
        assertThat(Access.isThisMachine("rebound.example:8150")).isFalse();
        assertThat(Access.isThisMachine("localhost.example")).isFalse();
    }

    private static Optional<Integer> status(Access access, @Nullable String formToken, String... header) {
        HttpFields.Mutable headers = HttpFields.build();
        if (header.length == 2) {
            headers.put(header[0], header[1]);
        }
        return access.refusal(headers, "10.0.0.1", formToken).map(ResourceResponse::status);
    }
}
