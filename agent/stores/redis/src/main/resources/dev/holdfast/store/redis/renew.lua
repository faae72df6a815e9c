-- KEYS[1]; ARGV: token, lease in ms. What is left after the lease stays as long as it was.
local value = redis.call('GET', KEYS[1])
if not value then return {0} end
local held, ends, rest = string.match(value, '^F (%d+) (%d+)( .*)$')
if held ~= ARGV[1] then return {0} end
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local ttl = redis.call('PTTL', KEYS[1]) - (ends - now)
local row = string.format('F %s %.0f', held, now + ARGV[2]) .. rest
redis.call('SET', KEYS[1], row, 'PX', string.format('%.0f', ARGV[2] + ttl))
return {1}
