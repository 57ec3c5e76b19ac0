package dev.lifering.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathSegmentsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1",
                "/v1/accounts/t-1/users/u-1",
                "/v1/accounts/t-1/users/...",
                "/v1/accounts/t-1/users/.u",
                "/v1/accounts/t-1/users/u.",
                "/v1/accounts/t-1/users/..u",
                "/v1/accounts/t-1/users/u..",
                "/v1/accounts/t-1/users/%2e%2e%2e",
                "/v1/accounts/auth0%7Cu/policy",
                "/.well-known/jwks.json",
                "/console/",
                "/q/health/",
            })
    void takesWhatTheRouterLeavesAlone(String path) {
        assertTrue(PathSegments.areExact(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//",
                "/.",
                "/..",
                "/v1/",
                "/v1/accounts/t-1/",
                "/v1/accounts/t-1/users/",
                "/v1/accounts/t-1/users/.",
                "/v1/accounts/t-1/users/..",
                "/v1/accounts/t-1/users/%2e%2E",
                "/v1/accounts/t-1/users/.%2e",
                "/v1/accounts/t-1/users/%2e",
                "/v1/accounts/t-1/users/%7C/../../policy",
                "/v1/accounts/./policy",
                "/v1/accounts//policy",
                "/console/../v1/accounts/t-1",
                "/console//",
            })
    void refusesWhatTheRouterWouldTakeOut(String path) {
        assertFalse(PathSegments.areExact(path));
    }

    @Test
    void aRequestWithoutAPathIsForOthersToRefuse() {
        assertTrue(PathSegments.areExact(null));
    }
}
