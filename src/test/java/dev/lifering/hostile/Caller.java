package dev.lifering.hostile;

/**
 * Who sends the requests.
 *
 * @param token of somebody whose roles grant every operation, so that nothing but the request is at fault
 * @param accountId the account that the token names; it exists
 */
public record Caller(String token, String accountId) {}
