-- KEYS[1]; ARGV: token.
local value = redis.call('GET', KEYS[1])
if not value or string.match(value, '^F (%d+) ') ~= ARGV[1] then return {0} end
redis.call('DEL', KEYS[1])
return {1}
