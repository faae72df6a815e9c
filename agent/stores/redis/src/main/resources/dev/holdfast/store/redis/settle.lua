-- KEYS[1]; ARGV: token, state (C or X), ttl in ms, outcome. Done twice is as good as done once.
local value = redis.call('GET', KEYS[1])
if not value then return 0 end
local state, held, print, at = string.match(value, '^([FCX]) (%d+) %d+ %d+ (%S+) %S+\n()')
if held ~= ARGV[1] then return 0 end
if state ~= 'F' and (state ~= ARGV[2] or string.sub(value, at) ~= ARGV[4]) then return 0 end
local row = table.concat({ARGV[2], ' ', held, ' 0 0 ', print, ' -\n', ARGV[4]})
redis.call('SET', KEYS[1], row, 'PX', ARGV[3])
return 1
